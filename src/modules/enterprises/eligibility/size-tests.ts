import { formatDate } from '../../../kernel/calendar.ts';
import { listWords } from '../../../kernel/text.ts';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import { type RuleSet, type SizeBand, sizeBandWords } from '../../programmes/rule-set.ts';
import { bandOverYears, lineSentence, sizeOfYear, sizeSentence } from '../size.ts';
import type { EligibilityFacts } from './facts.ts';
import { type TestResult, testResult } from './test-result.ts';

const evidence = [
  'SME declaration signed by the enterprise',
  'Latest accounts, or an estimate signed by a new enterprise',
];

interface Sizing {
  band: SizeBand | null;
  because: string[];
  missing: string[];
}

/** An SME under the funder's ceilings, with partner and linked enterprises and the sum shown. */
export function testSize(facts: EligibilityFacts, ruleSet: RuleSet): TestResult {
  if (facts.isPerson)
    return testResult('size', 'met', 'A person who does not trade has no size yet.');
  const { band, because, missing } = sizing(facts, ruleSet);
  if (band === null) return testResult('size', 'missing', because, { evidence, missing });
  const met = ruleSet.allowedBands.includes(band);
  return testResult('size', met ? 'met' : 'not-met', because, { evidence: met ? evidence : [] });
}

/** The programme may take fewer sizes than the funder, for example micro and small alone. */
export function testSizeBand(
  facts: EligibilityFacts,
  ruleSet: RuleSet,
  programme: ProgrammeGate,
): TestResult {
  if (facts.isPerson) {
    return testResult('size-band', 'met', 'A person who does not trade has no size yet.');
  }
  const { band, missing } = sizing(facts, ruleSet);
  if (band === null) {
    return testResult('size-band', 'missing', 'The size is not known yet.', { missing });
  }
  const allowed = listWords(programme.sizeBands.map((each) => sizeBandWords[each]));
  const met = programme.sizeBands.includes(band);
  return testResult(
    'size-band',
    met ? 'met' : 'not-met',
    `The enterprise is ${sizeBandWords[band]}; ${programme.name} takes ${allowed} enterprises.`,
  );
}

/** The size that counts, or null while something is missing. */
export function sizeBandOf(facts: EligibilityFacts, ruleSet: RuleSet): SizeBand | null {
  return facts.isPerson ? null : sizing(facts, ruleSet).band;
}

function sizing(facts: EligibilityFacts, ruleSet: RuleSet): Sizing {
  const last = facts.size?.years.at(-1);
  if (!facts.size || !last) {
    const declared = facts.declared?.figures ?? [];
    return {
      band: null,
      because: [
        declared.length === 0
          ? 'Staff, turnover and balance sheet are not known.'
          : `As declared by the firm: ${declared.join(', ')}. They stand in the form of this test; check them and save.`,
      ],
      missing: ['Staff, turnover and balance sheet of the last closed year'],
    };
  }
  const years = facts.size.years.map((year) => sizeOfYear(year, ruleSet.size));
  const latest = years.at(-1);
  const { missingRate = null } = facts.size;
  const missing = missingRate === null ? years.flatMap((year) => year.missing) : [missingRate];
  if (!facts.size.relationsDeclared) {
    missing.push('Whether other firms hold, or are held by, the enterprise with 25 % or more');
  }
  if (!latest) return { band: null, because: [], missing };
  const because = latest.lines.map((line) => lineSentence(line, ruleSet.size));
  if (latest.publicControl !== null) {
    return { band: 'large', because: [latest.publicControl], missing: [] };
  }
  if (missing.length > 0 || latest.band === null) {
    const lacking = [...new Set(missing)];
    return {
      band: null,
      because: [...because, `Still missing: ${lacking.join('; ')}.`],
      missing: lacking,
    };
  }
  because.push(
    `Year to ${formatDate(last.yearEnd)}: ${sizeSentence(latest.total, latest.band, ruleSet.size)}`,
  );
  const bands = years.flatMap((year) => (year.band === null ? [] : [year.band]));
  const band = bandOverYears(
    bands,
    ruleSet.size.consecutiveYears,
    facts.size.ownerChangedInLastYear,
  );
  if (band !== null && band !== latest.band) {
    because.push(
      `It counts as ${sizeBandWords[band]}: a size changes only after ${ruleSet.size.consecutiveYears} years in a row.`,
    );
  }
  return { band, because, missing };
}
