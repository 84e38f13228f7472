import { invalid } from '../../../../kernel/errors.ts';
import { type FormValues, numberOf, optionalOf, textOf } from '../../../../kernel/form-answer.ts';
import { parseMoney } from '../../../../kernel/money.ts';
import { slugify } from '../../../../kernel/text.ts';
import type { Ctx } from '../../../../platform/context.ts';
import { verbOf } from '../../../../platform/page.ts';
import { programmeBySlug } from '../../../programmes/reads.ts';
import type { Holder } from '../../ownership.ts';
import { assessEligibility } from '../commands/assess-eligibility.ts';
import { confirmAuthority } from '../commands/confirm-authority.ts';
import { recordRelation } from '../commands/record-relation.ts';
import { recordSubsidy } from '../commands/record-subsidy.ts';
import { removeRelation } from '../commands/remove-relation.ts';
import { setAsideFact } from '../commands/set-aside-fact.ts';
import { withdrawSubsidy } from '../commands/withdraw-subsidy.ts';
import { type EligibilityTest, testOutcomeWords, type TestOutcome } from '../test-result.ts';
import { atFields, enteredFromForm } from './entered-facts.ts';
import { authorityOf } from '../../../programmes/authorities.ts';
import { areaOfEnrolment } from '../reads.ts';

interface Posted {
  enrolmentId: string;
  programme: string;
  test: EligibilityTest;
  form: FormValues;
}

/** Runs the command that one of the forms on a test's page stands for; the sentence for the next page. */
export async function saveFacts(ctx: Ctx, posted: Posted): Promise<string> {
  const { enrolmentId, form } = posted;
  const { currency } = await ctx.app.database.read(ctx.orgId, (tx) =>
    programmeBySlug(tx, posted.programme),
  );
  const doing = verbOf(
    form,
    ['facts', 'relation', 'remove-relation', 'subsidy', 'set-aside', 'withdraw-subsidy'],
    'form',
  );
  switch (doing) {
    case 'relation':
      await recordRelation(ctx, relationFrom(enrolmentId, form, currency));
      return 'Saved. The size was worked out again.';
    case 'remove-relation':
      await removeRelation(ctx, { enrolmentId, relationId: textOf(form, 'id') });
      return 'Removed. The size was worked out again.';
    case 'subsidy':
      await recordSubsidy(ctx, subsidyFrom(enrolmentId, form, currency));
      return 'Saved. The room under the limit was worked out again.';
    case 'set-aside':
      await setAsideFact(ctx, { enrolmentId, factId: textOf(form, 'id') });
      return 'Set aside. It counts nowhere.';
    case 'withdraw-subsidy':
      await withdrawSubsidy(ctx, { enrolmentId, subsidyId: textOf(form, 'id') });
      return 'Withdrawn. The room under the limit was worked out again.';
    case 'facts':
      return enterFacts(ctx, posted, currency);
  }
}

async function enterFacts(
  ctx: Ctx,
  { enrolmentId, form, test }: Posted,
  currency: string,
): Promise<string> {
  if (test === 'size-band') throw invalid({ form: 'Nothing is entered for this test.' });
  const { result, missing } =
    test === 'area'
      ? { ...(await confirmArea(ctx, enrolmentId, form)), missing: [] }
      : await assessEligibility(ctx, {
          enrolmentId,
          facts: enteredFromForm(test, form, currency),
          evidence: textOf(form, 'evidence'),
        }).catch((error: unknown) => {
          throw atFields(error, test);
        });
  const said = `Saved: ${testOutcomeWords[result as TestOutcome].toLowerCase()}.`;
  return missing.length === 0 ? said : `${said} Still missing: ${missing.join('; ')}.`;
}

async function confirmArea(ctx: Ctx, enrolmentId: string, form: FormValues) {
  const chosen = textOf(form, 'authority');
  const name = textOf(form, 'otherName');
  if (chosen === 'other' && name === '') {
    throw invalid({ otherName: 'Name the authority.' });
  }
  const other = chosen === 'other' ? await authorityElsewhere(ctx, enrolmentId, name) : null;
  return confirmAuthority(ctx, {
    enrolmentId,
    code: other?.code ?? chosen,
    name: other?.name ?? '',
    evidence: textOf(form, 'evidence'),
  }).catch((error: unknown) => {
    throw atFields(error, 'area');
  });
}

function relationFrom(enrolmentId: string, form: FormValues, currency: string) {
  const staff = numberOf(form, 'staff');
  if (staff !== undefined && !(staff >= 0)) {
    throw invalid({ staff: 'Enter the number of staff of that firm, 0 or more.' });
  }
  return {
    enrolmentId,
    factId: optionalOf(form, 'fact') ?? null,
    name: textOf(form, 'name'),
    holdsThroughId: optionalOf(form, 'holdsThroughId') ?? null,
    direction: textOf(form, 'direction') as 'holds-us' | 'held-by-us',
    holder: textOf(form, 'holder', 'enterprise') as Holder,
    percent: numberOf(form, 'percent') ?? Number.NaN,
    votesPercent: numberOf(form, 'votesPercent') ?? null,
    actsJointly: textOf(form, 'actsJointly') === 'yes',
    isSameMarket: textOf(form, 'isSameMarket') === 'yes',
    hasControl: textOf(form, 'hasControl') === 'yes',
    isUnderAngelLimit: textOf(form, 'isUnderAngelLimit') === 'yes',
    isConsolidated: textOf(form, 'isConsolidated') === 'yes',
    staffHundredths: staff === undefined ? null : Math.round(staff * 100),
    turnoverMinor: moneyOf(form, 'turnover', 'the turnover of that firm', currency),
    balanceSheetMinor: moneyOf(form, 'balance', 'its balance sheet total', currency),
    currency,
  };
}

function subsidyFrom(enrolmentId: string, form: FormValues, currency: string) {
  const awardCurrency = textOf(form, 'awardCurrency', currency);
  const amountMinor = moneyOf(form, 'amount', 'the amount at its gross cash value', awardCurrency);
  if (amountMinor === null) throw invalid({ amount: 'Enter the amount at its gross cash value.' });
  return {
    enrolmentId,
    factId: optionalOf(form, 'fact') ?? null,
    giver: textOf(form, 'giver'),
    regime: textOf(form, 'regime'),
    amountMinor,
    currency: awardCurrency,
    awardedOn: textOf(form, 'awardedOn'),
    recipient: textOf(form, 'recipient'),
    isSameGroup: textOf(form, 'isSameGroup') === 'yes',
  };
}

function moneyOf(form: FormValues, name: string, noun: string, currency: string): number | null {
  const text = textOf(form, name);
  if (text === '') return null;
  const minor = parseMoney(text, currency);
  if (minor === null || minor < 0) {
    throw invalid({ [name]: `Enter ${noun} in ${currency}, 0 or more, for example 125,000.` });
  }
  return minor;
}

/** An authority outside the area, by name. Only where the area itself is beyond the list may it be one of no list. */
async function authorityElsewhere(ctx: Ctx, enrolmentId: string, name: string) {
  const known = authorityOf(name);
  if (known) return known;
  const area = await ctx.app.database.read(ctx.orgId, (tx) => areaOfEnrolment(tx, enrolmentId));
  if (area.every(({ code }) => authorityOf(code) === null)) {
    return { code: `outside-${slugify(name)}`.slice(0, 20), name };
  }
  const words = `“${name}” is no local authority that is known here. Write it as the list does, such as Malvern Hills.`;
  throw invalid({ otherName: words });
}
