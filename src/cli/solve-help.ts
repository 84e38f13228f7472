export const problems = ['matching', 'verify', 'panel', 'dates', 'portfolio'] as const;

const codes = `Ends with 0 when there is an answer, with 1 when the file is wrong or nothing fits, with 2 when the question
cannot be understood.`;

const files = `IN and OUT are JSON; IN may be gzipped, and - is standard input. Without --out the answer goes to standard
output. The same input gives the same bytes; for a plan, unless it was stopped by --seconds.
packages/matching-engine/README.md describes the fields of a matching, planner/README.md beside it those of a plan.`;

const planOptions = `  --out FILE     where the answer goes; gzipped when the name ends in .gz
  --gap SHARE    stop when proved to be within this share of the best; 0.001 unless said otherwise
  --seconds N    stop after so long with the best that is known; 60 unless said otherwise`;

export const solveHelp = `Usage: npm run espalier -- solve matching IN [--out OUT]
       npm run espalier -- solve verify IN OUT
       npm run espalier -- solve panel|dates|portfolio IN [--out OUT] [--gap SHARE] [--seconds N]

  matching    mentors for needs: the best whole allocation, with prices that prove it
  verify      checks such an allocation from its prices, whoever made it
  panel       whom of many applicants to choose, by the needs they would serve
  dates       days, hours and rooms for many meetings
  portfolio   whom to support further, in several scenarios of funding

${files}

${codes} Add --help to one of them for its fields.`;

const byProblem: Readonly<Record<(typeof problems)[number], string>> = {
  matching: `Usage: npm run espalier -- solve matching IN [--out OUT]

IN:  {needs: [{id, unmatchedPenalty, pairs: [{mentor, fit}]}], mentors: [{id, places}],
      existing?: [{need, mentor, loyalty | "pinned"}], salt?}
OUT: {objective, assigned: [{need, mentor, fit}], unmatched: [id], prices: {mentor: points},
      values: {need: points}, certificate, stats}

Points are whole numbers. objective = sum of fit of assigned - sum of unmatchedPenalty of unmatched.

${files}

${codes}`,
  verify: `Usage: npm run espalier -- solve verify IN OUT

Checks from IN and OUT of \`solve matching\` alone that the allocation is possible and that none is better.
Ends with 0 when it is proved, with 1 when it is not, with 2 when a file is missing.`,
  panel: `Usage: npm run espalier -- solve panel IN [--out OUT] [--gap SHARE] [--seconds N]

IN:  {seats, applicants: [{id, score, places, cost?, functions, sectors, styles?, tags?, decided?}],
      demand: [{function, sector, style?, needs}],
      quotas?: [{name, tag | function | sector | style, level?, min?, max?}],
      minimumScore?, budget?, coverage?, resamples?, uncertainty?, salt?}
OUT: {status, value, bound, gap, result: {chosen, coverage, quality, open, runnersUp, sensitivity, …}, conflict?}

coverage is the slider: 0 looks at scores only, 100 at the needs that are covered only; 70 unless said otherwise.

${planOptions}

${files}

${codes}`,
  dates: `Usage: npm run espalier -- solve dates IN [--out OUT] [--gap SHARE] [--seconds N]

IN:  {from, to, closed?, hours?: {from, to, step}, quiet?, people: [{id, free?, away?}],
      rooms?: [{id, places, free?, away?}],
      meetings: [{id, kind?: series | once | workshop, people, guests?, minutes, inRoom?, prefers?,
                  now?: {day, start}, isFixed?, worth?}],
      workshopsPerDay?, workshopsPerWeek?, keepPoints?, travelPoints?, guestPoints?}
OUT: {status, value, bound, gap, result: {meetings, left, travelDays}, conflict?}

to is the day after the last. A meeting with a worth need not take place.

${planOptions}

${files}

${codes}`,
  portfolio: `Usage: npm run espalier -- solve portfolio IN [--out OUT] [--gap SHARE] [--seconds N]

IN:  {pots: [{id, tags?}], scenarios: [{id, weight?, pots: {pot: amount}, minutes?}],
      enterprises: [{id, tags?, levels: [{id, value, cost, minutes?}], promised?}],
      shares?: [{name, tag, percent, of: money | enterprises}], frontier?: {scenario, pot, steps?}}
OUT: {status, value, bound, gap, result: {scenarios, standing, frontier}, conflict?}

Scenarios go from poor to rich: what one gives, every later one gives too.

${planOptions}

${files}

${codes}`,
};

/** Help of one problem; undefined for a word that is none. */
export function helpOfProblem(name: string | undefined): string | undefined {
  const problem = problems.find((one) => one === name);
  return problem === undefined ? undefined : byProblem[problem];
}
