import { formatDate } from '../../../kernel/calendar.ts';
import { listWords } from '../../../kernel/text.ts';
import type { ProgrammeGate } from '../../programmes/programme.ts';
import type { RuleSet } from '../../programmes/rule-set.ts';
import type { EligibilityFacts } from './facts.ts';
import { divisionOf, sic2007 } from './sic.ts';
import { type TestResult, testResult } from './test-result.ts';

const remitEvidence = [
  'What the enterprise makes or does, and its research spend, IP, technical staff or university link',
];

/** A SIC division only presumes the remit; outside it an adviser may accept with a reason. */
export function testRemit(
  facts: EligibilityFacts,
  _ruleSet: RuleSet,
  programme: ProgrammeGate,
): TestResult {
  const judgement = facts.remitJudgement;
  if (judgement !== null) {
    const verb = judgement.accepted ? 'accepted' : 'refused';
    return testResult(
      'remit',
      judgement.accepted ? 'met' : 'not-met',
      `An adviser ${verb} it on ${formatDate(judgement.on)}: ${judgement.reason}`,
    );
  }
  if (programme.remit.divisions.length === 0) {
    return testResult('remit', 'met', `${programme.name} takes every activity.`);
  }
  const codes = facts.sicCodes.flatMap((sic) => sic2007(sic) ?? []);
  if (codes.length === 0) {
    const because =
      facts.sicCodes.length === 0
        ? 'No activity code is known.'
        : `No usable five-digit SIC 2007 code: ${listWords(facts.sicCodes.map((sic) => sic.code))}.`;
    return testResult('remit', facts.isPerson ? 'needs-adviser' : 'missing', because, {
      evidence: remitEvidence,
      missing: facts.isPerson ? [] : ['Five-digit SIC 2007 code, or an adviser’s judgement'],
    });
  }
  const inside = codes.find((code) => programme.remit.divisions.includes(divisionOf(code)));
  if (inside !== undefined) {
    return testResult(
      'remit',
      'met',
      `SIC ${inside} is in division ${divisionOf(inside)}, presumed to be in remit.`,
    );
  }
  return testResult(
    'remit',
    'needs-adviser',
    `SIC ${listWords(codes)} is outside the presumed divisions; an adviser may accept it with a reason.`,
    { evidence: remitEvidence },
  );
}

/** A code in an excluded sector asks for an adviser's look; what the firm really does decides. */
export function testExcludedSector(facts: EligibilityFacts, ruleSet: RuleSet): TestResult {
  const name = 'excluded-sector';
  if (ruleSet.excludedSectors.length === 0) {
    return testResult(name, 'met', 'The funder excludes no sector.');
  }
  const check = facts.sectorCheck;
  if (check !== null) {
    if (check.inSector === null) {
      return testResult(name, 'met', `An adviser found none of them on ${formatDate(check.on)}.`);
    }
    const sector = ruleSet.excludedSectors.find((each) => each.key === check.inSector);
    return testResult(
      name,
      'not-met',
      `The enterprise works in ${(sector?.label ?? check.inSector).toLowerCase()}, which the funder excludes.`,
    );
  }
  const codes = facts.sicCodes.flatMap((sic) => sic2007(sic) ?? []);
  for (const sector of ruleSet.excludedSectors) {
    const code = codes.find((each) => sector.sic.some((prefix) => each.startsWith(prefix)));
    if (code !== undefined) {
      return testResult(
        name,
        'needs-adviser',
        `SIC ${code} points to ${sector.label.toLowerCase()}, which the funder excludes.`,
        { evidence: ['What the enterprise really does, from its website, accounts or a visit'] },
      );
    }
  }
  if (codes.length === 0 && !facts.isPerson) {
    return testResult(name, 'missing', 'No usable activity code is known.', {
      missing: ['Five-digit SIC 2007 code, or an adviser’s check of the sector'],
    });
  }
  return testResult(name, 'met', 'No activity code points to an excluded sector.');
}
