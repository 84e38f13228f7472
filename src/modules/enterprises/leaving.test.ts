import { expect, test } from 'vitest';
import { leavingProblem } from './leaving.ts';

const founder = { personId: 'founder', isLead: true };
const second = { personId: 'second', isLead: false };
const firm = [founder, second];

function by(byId: string | null, leavingId: string, more = {}) {
  return { byId, leavingId, isStaff: false, leavesNobody: false, ...more };
}

test('the main contact ends others, a second person only themselves', () => {
  expect(leavingProblem(firm, by('founder', 'second'))).toBeNull();
  expect(leavingProblem(firm, by('second', 'founder'))).toMatch(/main contact/);
  expect(leavingProblem(firm, by('second', 'second'))).toBeNull();
});

test('no longer being there is no right to end others', () => {
  expect(leavingProblem(firm, by('stranger', 'second'))).toMatch(/main contact/);
  expect(leavingProblem(firm, by(null, 'second'))).toMatch(/main contact/);
});

test('the only contact cannot leave by themselves; staff must say that nobody is left', () => {
  expect(leavingProblem([founder], by('founder', 'founder'))).toMatch(/only contact/);
  const asStaff = { isStaff: true };
  expect(leavingProblem([founder], by('adviser', 'founder', asStaff))).toMatch(/only contact/);
  expect(
    leavingProblem([founder], by('adviser', 'founder', { ...asStaff, leavesNobody: true })),
  ).toBeNull();
});
