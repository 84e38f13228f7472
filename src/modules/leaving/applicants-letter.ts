/** What the letter to applicants is known by on the form. */
export const applicantsKey = 'applicants';

/** What applicants read whom nobody has decided about when the programme closes, between greeting and farewell. */
export function applicantsText(programme: string): string {
  return `${programme} has closed before your application was decided, so it goes no further. That says nothing about your firm. We are sorry that we could not help this time; ask us whether another programme is open to you.`;
}
