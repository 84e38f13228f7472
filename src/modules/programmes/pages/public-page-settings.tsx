import { useLoaderData } from 'react-router';
import { notFound } from '../../../kernel/errors.ts';
import { type FormValues, optionalOf, textOf } from '../../../kernel/form-answer.ts';
import { orgPaths, programmePaths } from '../../../kernel/paths.ts';
import { actPage, loadPage, verbOf } from '../../../platform/page.ts';
import { may } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { useFormAnswer } from '../../../ui/form-answer.ts';
import { PageHeading } from '../../../ui/page-heading.tsx';
import { DateField, TextArea, TextField } from '../../../ui/text-fields.tsx';
import { setApplications } from '../commands/set-applications.ts';
import { setSignposts } from '../commands/set-signposts.ts';
import { programmePermissions } from '../permissions.ts';
import { programmeBySlug } from '../reads.ts';
import { type Signpost, signpostLine } from '../signpost.ts';
import { editFields } from './setup-step.tsx';

/** Rows beyond those that are filled in. */
const spareRows = 2;

export const loader = loadPage(async ({ ctx, tx, params }) => {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, programmePermissions.programme.edit, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  return {
    programme: {
      id: programme.id,
      name: programme.name,
      slug: programme.slug,
      state: programme.state,
      version: programme.version,
    },
    isOpen: programme.applications_open,
    words: programme.pause_words,
    until: programme.pause_until,
    signposts: programme.signposts,
    publicPath: orgPaths(ctx.org.slug).apply(programme.slug),
    back: programmePaths(ctx.org.slug, programme.slug).settings,
  };
});

export const action = actPage(async ({ ctx, form, url, done }) => {
  if (verbOf(form, ['applications', 'signposts']) === 'applications') {
    const isOpen = verbOf(form, ['open', 'paused'], 'isOpen') === 'open';
    await setApplications(ctx, {
      ...editFields(form),
      ...{ isOpen, words: textOf(form, 'words'), until: optionalOf(form, 'until') },
    });
    return done(
      url.pathname,
      isOpen ? 'Applications are open.' : 'Applications are paused. What was begun can be sent.',
    );
  }
  await setSignposts(ctx, { ...editFields(form), signposts: signpostsFrom(form) });
  return done(url.pathname, 'Saved.');
});

function signpostsFrom(form: FormValues) {
  const rows = Object.keys(form).filter((name) => name.startsWith('name-')).length;
  return Array.from({ length: rows }, (_, at) => ({
    name: textOf(form, `name-${at}`),
    about: textOf(form, `about-${at}`),
    address: textOf(form, `address-${at}`),
  })).filter(({ name, about, address }) => `${name}${about}${address}`.trim() !== '');
}

/** What was typed beside what is stored now, for the form that was sent. */
function clashOf(page: ReturnType<typeof useLoaderData<typeof loader>>, typed: FormValues) {
  if (textOf(typed, 'do') === 'applications') {
    return [
      {
        label: 'Does the programme take applications?',
        mine: textOf(typed, 'isOpen') === 'open' ? 'Yes' : 'Not for now',
        theirs: page.isOpen ? 'Yes' : 'Not for now',
      },
      {
        label: 'What the public page says meanwhile',
        mine: textOf(typed, 'words'),
        theirs: page.words,
      },
      {
        label: 'First day on which you expect to take them again',
        mine: textOf(typed, 'until'),
        theirs: page.until ?? '',
      },
    ];
  }
  const mine = signpostsFrom(typed);
  const most = Math.max(mine.length, page.signposts.length);
  return Array.from({ length: most }, (_, at) => ({
    label: `Organisation ${at + 1}`,
    mine: lineOf(mine[at]),
    theirs: lineOf(page.signposts[at]),
  }));
}

const lineOf = (one: Signpost | undefined) => (one ? signpostLine(one) : '');

/** What strangers read of the programme: whether it takes applications, and who else may help. */
export default function Screen() {
  const page = useLoaderData<typeof loader>();
  const { programme } = page;
  const answer = useFormAnswer();
  const of = (verb: string) => (textOf(answer.values, 'do') === verb ? answer : { values: {} });
  const rows = [
    ...page.signposts,
    ...Array.from({ length: spareRows }, () => ({ name: '', about: '', address: '' })),
  ];
  return (
    <>
      <title>{`Public page – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      <PageHeading
        title="Public page"
        caption="What strangers read of the programme"
        back={{ label: 'Settings', href: page.back }}
      />
      {answer.theirs ? (
        <ConflictPanel what="programme" rows={clashOf(page, answer.values)} reloadHref="?" />
      ) : null}
      <p className="govuk-body">
        <a href={page.publicPath}>See the public page</a>
      </p>
      {programme.state === 'open' ? (
        <Panel title="Applications">
          <Form version={programme.version} label="Applications">
            <HiddenField name="do" value="applications" />
            <HiddenField name="programmeId" value={programme.id} />
            <RadioGroup
              name="isOpen"
              label="Does the programme take applications?"
              value={page.isOpen ? 'open' : 'paused'}
              answer={of('applications')}
              isSmall
              options={[
                { value: 'open', label: 'Yes' },
                {
                  value: 'paused',
                  label: 'Not for now: support goes on, and what was begun can be sent',
                },
              ]}
            />
            <TextArea
              name="words"
              label="What the public page says meanwhile"
              hint="While applications are paused. Say what to do instead."
              value={page.words}
              maxLength={500}
              answer={of('applications')}
              isOptional
            />
            <DateField
              name="until"
              label="First day on which you expect to take them again"
              hint="Shown there. Nothing opens by itself."
              value={page.until ?? ''}
              answer={of('applications')}
              isOptional
            />
            <TextField name="reason" label="Why this changes" answer={of('applications')} />
            <Button>Save</Button>
          </Form>
        </Panel>
      ) : null}
      <Panel title="Others who may help">
        <p className="govuk-body">
          Named on the public page while the programme takes no applications, and in each refusal,
          where they can be changed before it leaves.
        </p>
        <Form version={programme.version} label="Others who may help" guardsLeaving>
          <HiddenField name="do" value="signposts" />
          <HiddenField name="programmeId" value={programme.id} />
          {rows.map((row, at) => (
            <div className="app-row" key={at}>
              <TextField
                name={`name-${at}`}
                label={`Organisation ${at + 1}`}
                value={row.name}
                width={20}
                answer={of('signposts')}
                isOptional
              />
              <TextField
                name={`about-${at}`}
                label={`What ${at + 1} helps with`}
                value={row.about}
                width={20}
                answer={of('signposts')}
                isOptional
              />
              <TextField
                name={`address-${at}`}
                label={`How to reach ${at + 1}`}
                value={row.address}
                width={20}
                answer={of('signposts')}
                isOptional
              />
            </div>
          ))}
          {programme.state === 'draft' ? null : (
            <TextField
              name="reason"
              scope="signposts"
              label="Why this changes"
              answer={of('signposts')}
            />
          )}
          <Button>Save</Button>
        </Form>
      </Panel>
    </>
  );
}
