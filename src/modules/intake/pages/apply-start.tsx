import { setTimeout as pause } from 'node:timers/promises';
import { useLoaderData } from 'react-router';
import { textOf } from '../../../kernel/form-answer.ts';
import { notFound, precondition } from '../../../kernel/errors.ts';
import { orgPaths } from '../../../kernel/paths.ts';
import { listWords } from '../../../kernel/text.ts';
import { lettersLeave } from '../../../platform/mail/leaving.ts';
import { actPage, loadPage } from '../../../platform/page.ts';
import { refuseBeyond, refuseVisitor } from '../../../platform/rate-limit.ts';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import {
  programmeBySlug,
  programmeSettings,
  ruleSetInForceOf,
  todayIn,
} from '../../programmes/reads.ts';
import { expectedAgain } from '../../programmes/pause.ts';
import { type Signpost, signpostLine } from '../../programmes/signpost.ts';
import { draftDays } from '../apply/old-draft.ts';
import { secondsOpen, stampForm, waitFor } from '../apply/form-stamp.ts';
import { whoMayApply } from '../apply/who-may-apply.ts';
import { startApplication } from '../commands/start-application.ts';

/** Longer lists are folded, so that the form is still near. */
const longArea = 12;

export const loader = loadPage(async ({ ctx, tx, params, url }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (programme.state === 'draft') throw notFound();
  const { area, funders } = await programmeSettings(tx, programme.id);
  const today = await todayIn(tx, ctx, programme.id);
  const rules = await ruleSetInForceOf(tx, programme.id, today);
  return {
    name: programme.name,
    about: programme.about,
    organisation: ctx.org.name,
    asked: whoMayApply({
      sizeBands: programme.size_bands,
      remit: programme.remit_description,
      tradingAtLeastMonths: programme.trading_at_least_months,
      tradingBelowMonths: programme.trading_below_months,
      businessSalesAtLeast: programme.business_sales_at_least,
      takesStarters: programme.takes_potential_entrepreneurs,
      ceilings: rules?.ruleSet.size.ceilings ?? [],
      excluded: rules?.ruleSet.excludedSectors.map(({ label }) => label) ?? [],
    }),
    funders: [...new Set(funders.map((one) => one.name))],
    isOpen: programme.applications_open && programme.state !== 'closed',
    area: area.map((one) => one.name),
    signposts: programme.signposts,
    pause: {
      words: programme.pause_words,
      again: expectedAgain(programme.pause_until, today),
    },
    isSent: url.searchParams.get('sent') === '1',
    leaves: lettersLeave(ctx),
    stamp: stampForm(ctx.app.secret, ctx.clock.now()),
  };
});

export const action = actPage(async ({ ctx, form, params, peer, url, done }) => {
  // A field that people do not see: whoever fills it in is told what everybody is told.
  if (textOf(form, 'website') !== '') return done(`${url.pathname}?sent=1`);
  const seconds = secondsOpen(ctx.app.secret, textOf(form, 'shown'), ctx.clock.now());
  if (seconds === null) {
    throw precondition(
      'This page had been open for more than a day. What you typed is still here: press Begin once more.',
    );
  }
  const email = textOf(form, 'email').toLowerCase();
  await refuseVisitor(ctx.app, 'apply-peer', peer, { max: 100, windowSeconds: 3600 });
  await refuseBeyond(ctx.app, `apply-mail:${ctx.orgId}:${email}`, { max: 5, windowSeconds: 3600 });
  await pause(waitFor(seconds));
  const programme = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, params['programme']),
  );
  const { secret } = await startApplication(ctx, {
    programmeId: programme.id,
    name: textOf(form, 'name'),
    email,
  });
  return done(
    orgPaths(ctx.org.slug).applicationStep(secret, 'about-you'),
    lettersLeave(ctx)
      ? 'A letter with a link to this application is on its way to you.'
      : 'No letter leaves from here: keep the address of this page, which brings you back.',
  );
});

export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  if (page.isSent) {
    return (
      <>
        <title>{`Look into your mailbox – ${page.name}`}</title>
        <PageHeading title="Look into your mailbox" />
        <p className="govuk-body">
          {page.leaves
            ? 'A letter with a link to your application is on its way.'
            : 'A letter with a link to your application is written and stays in the mailbox here.'}
        </p>
      </>
    );
  }
  return (
    <>
      <title>{`Apply – ${page.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading title={`Apply to ${page.name}`} caption={page.organisation} />
      {page.about === '' ? null : <p className="govuk-body-l">{page.about}</p>}
      <h2 className="govuk-heading-m">Who can apply</h2>
      <ul className="govuk-list govuk-list--bullet">
        {page.asked.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <Area names={page.area} />
      <p className="govuk-body">
        You do not have to be sure. We look at the rules with you, and if this programme cannot help
        we name others that may.
      </p>
      {page.funders.length === 0 ? null : (
        <p className="govuk-body">Paid for by {listWords(page.funders)}.</p>
      )}
      <h2 className="govuk-heading-m">How it goes</h2>
      <p className="govuk-body">
        Some short pages, about 15 minutes. Each page is kept as you go on; a link in a letter
        brings you back. A draft that you leave alone for {draftDays} days is deleted; we write to
        you two weeks before. Have your company number and last year's sales at hand, if there are
        any.
      </p>
      <Details summary="What happens with your answers">
        <p className="govuk-body">
          {page.organisation} keeps your answers to decide on your application, to support you, and
          to show the funder that the money was well used. Advisers of the programme read them. A
          mentor who is asked reads your sector and stage, the need, roughly where you are and the
          time wanted, without your name, scores or notes. Who you are, a mentor learns only when
          both of you have agreed; the application asks you how you wish to do that. You can see at
          any time which mentor was shown what, and ask for a copy, for corrections and for
          deletion.
        </p>
      </Details>
      {page.isOpen ? <StartForm stamp={page.stamp} answer={answer} /> : <Closed {...page} />}
    </>
  );
}

function StartForm({ stamp, answer }: { stamp: string; answer: ReturnType<typeof useFormAnswer> }) {
  return (
    <Form>
      <HiddenField name="shown" value={stamp} />
      <TextField name="name" label="Your name" autoComplete="name" answer={answer} />
      <TextField
        name="email"
        label="Email address"
        hint="The link to your application is written to it."
        type="email"
        autoComplete="email"
        spellCheck={false}
        answer={answer}
      />
      <div className="govuk-visually-hidden" aria-hidden="true">
        <label htmlFor="website">Leave this empty</label>
        <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <Button>Begin</Button>
    </Form>
  );
}

/** The authorities one below the other: many of their names hold a comma. */
function Area({ names }: { names: readonly string[] }) {
  if (names.length === 0) return null;
  const list = (
    <ul className="govuk-list govuk-list--bullet">
      {names.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
  if (names.length === 1) return <p className="govuk-body">The firm works in {names[0]}.</p>;
  if (names.length > longArea) {
    return (
      <Details summary={`The firm works in one of these ${names.length} areas`}>{list}</Details>
    );
  }
  return (
    <>
      <p className="govuk-body">The firm works in one of these areas:</p>
      {list}
    </>
  );
}

interface ClosedProps {
  name: string;
  signposts: readonly Signpost[];
  pause: { words: string; again: string | null };
}

function Closed({ name, signposts, pause }: ClosedProps) {
  return (
    <>
      <Inset>{name} takes no applications now.</Inset>
      {pause.words === '' ? null : <p className="govuk-body app-lines">{pause.words}</p>}
      {pause.again === null ? null : <p className="govuk-body">{pause.again}</p>}
      {signposts.length === 0 ? null : (
        <>
          <h2 className="govuk-heading-m">Others who may help</h2>
          <ul className="govuk-list govuk-list--bullet">
            {signposts.map((one) => (
              <li key={signpostLine(one)}>{signpostLine(one)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
