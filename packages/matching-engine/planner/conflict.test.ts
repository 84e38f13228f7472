import { afterAll, expect, test, vi } from 'vitest';
import { explainConflict } from './conflict.ts';
import { Model } from './model.ts';
import { Solver } from './solver.ts';

const solver = new Solver();
afterAll(() => solver.close());
vi.setConfig({ testTimeout: 120_000 });

/** Four meetings in one room with two hours; three of them must be; a rule that has nothing to do with it. */
function tooManyMeetings(): Model {
  const model = new Model();
  const meetings = Array.from({ length: 4 }, () => model.yesNo(1));
  const must = meetings.map((_, at) => model.rule('must', `Meeting ${at + 1} takes place`));
  const room = model.rule('room', 'The room is open for two hours');
  const spare = model.rule('spare', 'At most four meetings');
  meetings.slice(0, 3).forEach((meeting, at) => model.row([[meeting, 1]], { min: 1 }, must[at]));
  model.row(
    meetings.map((meeting) => [meeting, 1] as const),
    { max: 2 },
    room,
  );
  model.row(
    meetings.map((meeting) => [meeting, 1] as const),
    { max: 4 },
    spare,
  );
  return model;
}

test('names the smallest set of rules that cannot all hold', async () => {
  const { rules } = await explainConflict(tooManyMeetings(), { solver, wallMs: 30_000 });
  expect(rules.map(({ words }) => words)).toEqual([
    'Meeting 1 takes place',
    'Meeting 2 takes place',
    'Meeting 3 takes place',
    'The room is open for two hours',
  ]);
});

test('says by how much to relax the fewest rules', async () => {
  const { repair } = await explainConflict(tooManyMeetings(), { solver, wallMs: 30_000 });
  expect(repair).toHaveLength(1);
  expect(repair?.[0]).toMatchObject({ by: 1 });
});

test('has an answer again when any one rule of the conflict is left out', async () => {
  const model = tooManyMeetings();
  const { rules } = await explainConflict(model, { solver, wallMs: 30_000 });
  for (const { words } of rules) {
    const left = model.rules.findIndex((rule) => rule.words === words);
    const { end } = await solver.solve(
      model.plain((rule) => rule !== left),
      { gap: 0, wallMs: 30_000 },
    );
    expect(end).toBe('solved');
  }
});
