import { expect, test } from 'vitest';
import { groupsOf, inOrder, type TodayItem } from './today-item.ts';

const item = (key: string, firm: string): TodayItem => ({
  key,
  cause: key,
  enterprise: firm,
  href: `/${firm}`,
  why: 'Because.',
  tag: 'due',
  tone: 'warn',
  verb: 'Do it',
  verbHref: `/${firm}/do`,
  needs: 'nothing',
});
const band = (id: string, items: TodayItem[]) => ({ id, title: id, about: '', items });

test('a firm with four things stands there once, where the first of them belongs', () => {
  const [due, drifting, risk] = groupsOf([
    band('due', [item('call/1', 'alder'), item('call/2', 'birch')]),
    band('drifting', [item('drift/1', 'alder')]),
    band('risk', [item('miss/1', 'alder'), item('need/1', 'alder'), item('need/3', 'cedar')]),
  ]);
  expect(due?.groups.map((group) => [group.enterprise, group.items.length])).toEqual([
    ['alder', 4],
    ['birch', 1],
  ]);
  expect(drifting?.groups).toEqual([]);
  expect(risk?.groups.map((group) => group.enterprise)).toEqual(['cedar']);
});

test('each row leads on to the one shown below it, and the last to the first', () => {
  const bands = groupsOf([
    band('due', [item('a', 'alder'), item('b', 'birch')]),
    band('risk', [item('c', 'alder')]),
  ]);
  expect([...inOrder(bands)]).toEqual([
    ['a', 'c'],
    ['c', 'b'],
    ['b', 'a'],
  ]);
  expect([...inOrder(groupsOf([band('due', [])]))]).toEqual([]);
});
