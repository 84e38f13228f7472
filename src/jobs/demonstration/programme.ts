import { addDays, addMonths, quartersOf } from '../../kernel/calendar.ts';
import { adoptRuleSet } from '../../modules/programmes/commands/adopt-rule-set.ts';
import { copyRuleSet } from '../../modules/programmes/commands/copy-rule-set.ts';
import { createProgramme } from '../../modules/programmes/commands/create-programme.ts';
import { editRuleSet } from '../../modules/programmes/commands/edit-rule-set.ts';
import { setMentoring } from '../../modules/programmes/commands/set-mentoring.ts';
import { setProgrammeArea } from '../../modules/programmes/commands/set-programme-area.ts';
import { setProgrammeDates } from '../../modules/programmes/commands/set-programme-dates.ts';
import { setProgrammeFunders } from '../../modules/programmes/commands/set-programme-funders.ts';
import { setProgrammeRemit } from '../../modules/programmes/commands/set-programme-remit.ts';
import { setTargets } from '../../modules/programmes/commands/set-targets.ts';
import { startProgramme } from '../../modules/programmes/commands/start-programme.ts';
import { authoritiesWithin, authorityOf } from '../../modules/programmes/authorities.ts';
import { divisionGroups } from '../../modules/programmes/divisions.ts';
import { defaultContactEveryDays } from '../../modules/programmes/programme.ts';
import { shippedRuleSet } from '../../modules/programmes/shipped-rule-sets/shipped.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Stage } from './stage.ts';

const perQuarter: Readonly<Record<string, number>> = { NFS: 8, JC: 3, NTF: 2, MARKETS: 2, NTM: 2 };

/** Sets the programme up step by step and opens it; gives its id. */
export async function openProgramme(stage: Stage, ctx: Ctx): Promise<string> {
  const name = 'Technology Growth Coventry and Warwickshire';
  const startsOn = stage.opening;
  const endsOn = addDays(addMonths(startsOn, 36), -1);
  const { programmeId } = await createProgramme(ctx, { name });
  let version = 1;
  const at = () => ({ programmeId, version });
  const saved = (made: { version: number }) => {
    version = made.version;
  };
  const about =
    'Mentors and workshops for technology firms that want to grow, led by growth advisers. An invented programme.';
  saved(await setProgrammeDates(ctx, { ...at(), name, about, startsOn, endsOn }));
  saved(
    await setProgrammeFunders(ctx, {
      ...at(),
      funders: [
        {
          name: 'Arden Combined Authority',
          agreementReference: 'ACA/2025/041',
          agreedOn: startsOn,
        },
      ],
    }),
  );
  const { ruleSetId: copied } = await copyRuleSet(ctx, { code: 'ukspf' });
  const { code: _, version: __, ...terms } = shippedRuleSet('ukspf');
  const { ruleSetId } = await editRuleSet(ctx, {
    ruleSetId: copied,
    version: `${startsOn.slice(0, 4)} to ${endsOn.slice(0, 4)}`,
    body: {
      ...terms,
      name: 'Arden local growth agreement',
      effectiveFrom: startsOn,
      sourceLabel: `Written from the rules of the ${terms.name}. Check your funding agreement`,
    },
  });
  saved(await adoptRuleSet(ctx, { programmeId, ruleSetId, adoptedOn: startsOn }));
  saved(
    await setProgrammeArea(ctx, {
      ...at(),
      authorities: [authorityOf('Coventry'), ...authoritiesWithin('Warwickshire')].flatMap((each) =>
        each === null ? [] : [{ code: each.code, name: each.name }],
      ),
    }),
  );
  saved(
    await setProgrammeRemit(ctx, {
      ...at(),
      sicDivisions: divisionGroups.filter((each) => each.isPreset).flatMap((each) => each.codes),
      description: 'Firms that make, write or research technology, or use it in a new way.',
      sizeBands: ['micro', 'small', 'medium'],
    }),
  );
  const targets = quartersOf(startsOn, endsOn).flatMap((quarter) =>
    Object.entries(perQuarter).map(([indicator, value]) => ({
      indicator,
      quarter: quarter.key,
      value,
    })),
  );
  saved(await setTargets(ctx, { ...at(), targets }));
  saved(
    await setMentoring(ctx, {
      ...at(),
      mentoringModel: 'proactive',
      mentorChoice: 'case-by-case',
      cadence: defaultContactEveryDays,
      answerDays: 5,
      introductionDays: 7,
    }),
  );
  await startProgramme(ctx, at());
  return programmeId;
}
