import type { Ctx } from '../context.ts';

type Place = Pick<Ctx, 'app' | 'org'>;

/** Whether letters of this organisation leave: none does without a mail server, and none of a demonstration's. */
export function lettersLeave({ app, org }: Place): boolean {
  return app.post.leaves && !org.isDemonstration;
}

/** What is said of a letter just written; never that one is on its way which stays here. `what` begins a sentence. */
export function saidOfLetter(place: Place, what: string): string {
  return lettersLeave(place)
    ? `${what} is on its way.`
    : `${what} is written and stays in the mailbox here, so tell them yourself.`;
}

/** The end of a sentence that says somebody was asked: nothing where letters leave, else that this one does not. */
export function saidOfAsking(place: Place): string {
  return lettersLeave(place) ? '' : ' The letter stays in the mailbox here, so tell them yourself.';
}

/** The same of several. */
export function saidOfLetters(place: Place, what: string): string {
  return lettersLeave(place)
    ? `${what} are on their way.`
    : `${what} are written and stay in the mailbox here, so tell them yourself.`;
}

/** The same of a letter whose link stands on the page that is shown next. */
export function saidOfLink(place: Place, what: string): string {
  return lettersLeave(place)
    ? `${what} is on its way.`
    : `${what} is written. No letter leaves from here: copy the link and pass it on.`;
}
