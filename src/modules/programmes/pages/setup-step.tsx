import type { ReactNode } from 'react';
import {
  type FormAnswer,
  numberOf,
  optionalOf,
  type FormValues,
} from '../../../kernel/form-answer.ts';
import { programmePaths } from '../../../kernel/paths.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { PageArgs } from '../../../platform/page.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/database.ts';
import { may } from '../../../platform/permission.ts';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { ErrorSummary } from '../../../ui/field.tsx';
import { Button, Form } from '../../../ui/form.tsx';
import { PageHeading, Stepper } from '../../../ui/page-heading.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { programmePermissions } from '../permissions.ts';
import { programmeConflict } from '../programme-conflict.ts';
import { programmeBySlug, programmeSettings, ruleSetInForceOf } from '../reads.ts';
import { type ProgrammeSetupStep, setupSteps, stepAfter } from '../setup.ts';

/** What every set-up page loads: the programme, its settings, the rules of its first day. */
export async function loadSetup({ ctx, tx, params }: PageArgs) {
  const programme = await programmeBySlug(tx, params['programme']);
  if (!may(ctx.actor, programmePermissions.programme.edit, { programmeId: programme.id })) {
    throw notFound('programme');
  }
  const settings = await programmeSettings(tx, programme.id);
  const ruleSet = await rulesOfSetup(ctx, tx, programme, settings.adoptions);
  return { org: ctx.org.slug, programme, ...settings, ruleSet };
}

/** The rules of a programme's first day, or of the day from which it has any. */
export async function rulesOfSetup(
  ctx: Pick<Ctx, 'clock'>,
  tx: Tx,
  programme: { id: string; starts_on: string | null; zone: string },
  adoptions: readonly { adoptedOn: string }[],
) {
  const day = programme.starts_on ?? ctx.clock.today(programme.zone);
  const inForce = await ruleSetInForceOf(tx, programme.id, latest(day, adoptions));
  return inForce?.ruleSet ?? null;
}

function latest(day: string, adoptions: readonly { adoptedOn: string }[]): string {
  const first = adoptions.map((one) => one.adoptedOn).sort()[0];
  return first !== undefined && first > day ? first : day;
}

export type SetupPage = Awaited<ReturnType<typeof loadSetup>>;

/** The fields that every edit of a programme carries. */
export function editFields(form: FormValues) {
  return {
    programmeId: optionalOf(form, 'programmeId') ?? '',
    version: numberOf(form, '_version') ?? 0,
    reason: optionalOf(form, 'reason'),
  };
}

/** Where a saved step leads: on through a draft, back to the settings of a started programme. */
export function afterStep(
  org: string,
  programme: string,
  step: ProgrammeSetupStep,
  isDraft: boolean,
) {
  const paths = programmePaths(org, programme);
  return isDraft ? paths.setup(stepAfter(step)) : paths.settings;
}

interface SetupStepProps {
  page: SetupPage;
  step: ProgrammeSetupStep;
  title: string;
  caption?: ReactNode;
  answer: FormAnswer;
  children: ReactNode;
  /** What was typed beside what is stored, where that is no column of the programme. */
  clash?: readonly { label: string; mine: string; theirs: string }[];
  /** Buttons beside "Save". */
  actions?: ReactNode;
}

/** The frame of one step: stepper while a draft, a reason field once started. */
export function SetupStep({
  page,
  step,
  title,
  caption,
  answer,
  children,
  clash = [],
  actions,
}: SetupStepProps) {
  const { programme, org } = page;
  const paths = programmePaths(org, programme.slug);
  const isDraft = programme.state === 'draft';
  const conflict = programmeConflict(answer);
  const done = setupSteps.findIndex((one) => one.step === programme.setup_step);
  return (
    <>
      <title>{`${title} – ${programme.name}`}</title>
      <ErrorSummary answer={answer} />
      {isDraft ? (
        <Stepper
          current={step}
          steps={setupSteps.map((one, at) => ({
            ...one,
            href: paths.setup(one.step),
            isDone: done > at,
          }))}
        />
      ) : null}
      <PageHeading
        title={title}
        caption={caption}
        {...(isDraft ? {} : { back: { label: 'Settings', href: paths.settings } })}
      />
      {conflict ? (
        <ConflictPanel
          what="programme"
          rows={[...conflict, ...clash]}
          reloadHref={paths.setup(step)}
        />
      ) : null}
      <Form version={programme.version} guardsLeaving>
        <input type="hidden" name="programmeId" value={programme.id} />
        {children}
        {isDraft ? null : (
          <TextField
            name="reason"
            label="Why does this change?"
            hint="For example a change request agreed with the funder. It is kept in the history."
            answer={answer}
          />
        )}
        <div className="govuk-button-group">
          <Button name="do" value="save">
            {isDraft ? 'Save and continue' : 'Save'}
          </Button>
          {actions}
        </div>
      </Form>
    </>
  );
}
