import { useLoaderData } from 'react-router';
import { addDays } from '../../../kernel/calendar.ts';
import { notFound } from '../../../kernel/errors.ts';
import { optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { longestDays } from '../../../modules/diagnosis/aside/aside.ts';
import { putRowAside } from '../../../modules/diagnosis/aside/commands/put-row-aside.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { Panel } from '../../../ui/card.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { Button, Form, HiddenField, LinkButton } from '../../../ui/form.tsx';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DateField, TextArea } from '../../../ui/text-fields.tsx';
import { openToday } from './open-today.ts';

export const loader = loadPage(async (args) => {
  const { programme, rows, today, isMine, mayPutAside } = await openToday(args);
  if (!mayPutAside) throw notFound('page');
  const item = rows.get(args.url.searchParams.get('row') ?? '') ?? null;
  return {
    org: args.ctx.org.slug,
    programme: { id: programme.id, slug: programme.slug, name: programme.name },
    today,
    of: isMine ? 'me' : 'all',
    item,
  };
});

export const action = actPage(async ({ ctx, form, params, done }) => {
  const isKept = verbOf(form, ['keep', 'later']) === 'keep';
  const paths = programmePaths(ctx.org.slug, params['programme'] ?? '');
  const until = optionalOf(form, 'until');
  if (!isKept && until === undefined) {
    return { errors: { until: 'Choose a day.' }, values: form };
  }
  await putRowAside(ctx, {
    programmeId: textOf(form, 'programmeId'),
    rowKey: textOf(form, 'row'),
    cause: textOf(form, 'cause'),
    ...(isKept ? {} : { until }),
    reason: textOf(form, isKept ? 'reason' : 'note'),
  });
  return done(
    `${paths.today}?of=${textOf(form, 'of')}`,
    isKept
      ? 'Kept as it is. The row comes back when something new happens.'
      : 'Put off. The row comes back on that day, or when something new happens.',
  );
});

export default function Screen() {
  const { org, programme, today, of, item } = useLoaderData<typeof loader>();
  const answer = useFormAnswer();
  const back = `${programmePaths(org, programme.slug).today}?of=${of}`;
  const isKeep = answer.values['do'] === 'keep';
  const blank = { values: {} };
  return (
    <>
      <title>{`Not now, or keep it – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Not now, or keep it"
        caption={item?.enterprise ?? programme.name}
        back={{ label: 'Today', href: back }}
      />
      {item === null ? (
        <Panel title="This row is no longer there">
          <p className="govuk-body">Somebody has done it, or what it rested on has changed.</p>
          <LinkButton href={back}>Back to Today</LinkButton>
        </Panel>
      ) : (
        <>
          <p className="govuk-body">
            <Tag tone={item.tone}>{item.tag}</Tag> {item.why}
          </p>
          {item.hasVerb ? (
            <p className="govuk-body">
              <a href={item.verbHref}>{item.verb}</a> instead
            </p>
          ) : null}
          <Panel title="Not now">
            <Form label="Not now">
              <Hidden item={item} programmeId={programme.id} of={of} what="later" />
              <DateField
                name="until"
                label="Not before"
                hint="The row comes back on this day, or when something new happens."
                value={addDays(today, 7)}
                min={addDays(today, 1)}
                max={addDays(today, longestDays)}
                answer={isKeep ? blank : answer}
              />
              <TextArea
                name="note"
                label="Why"
                rows={2}
                answer={isKeep ? blank : answer}
                isOptional
              />
              <Button>Put it off</Button>
            </Form>
          </Panel>
          <Panel title="It is fine as it is">
            <Form label="It is fine as it is">
              <Hidden item={item} programmeId={programme.id} of={of} what="keep" />
              <TextArea
                name="reason"
                label="Why it is fine"
                hint="For staff. The row comes back when something new happens."
                rows={2}
                maxLength={2000}
                answer={isKeep ? answer : blank}
              />
              <Button kind="secondary">Keep it</Button>
            </Form>
          </Panel>
        </>
      )}
    </>
  );
}

interface HiddenProps {
  item: { key: string; cause: string };
  programmeId: string;
  of: string;
  what: string;
}

function Hidden({ item, programmeId, of, what }: HiddenProps) {
  return (
    <>
      <HiddenField name="do" value={what} />
      <HiddenField name="programmeId" value={programmeId} />
      <HiddenField name="row" value={item.key} />
      <HiddenField name="cause" value={item.cause} />
      <HiddenField name="of" value={of} />
    </>
  );
}
