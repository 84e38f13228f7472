import type { ServerBuild } from 'react-router';
import { expect, test } from 'vitest';
import { bodyRules } from './body-rule.ts';
import { createPageTable } from './page-table.ts';

type Routes = ServerBuild['routes'];

const loaders = {
  root: () => 'root',
  frame: () => 'frame',
  home: () => 'home',
  list: () => 'list',
  one: () => 'one',
  form: () => 'form',
};

/** A frame with a first page, a pathless frame with a list below it, a page with an id and one with a fixed word. */
const routes = {
  root: route('root', undefined, { path: '' }, loaders.root),
  frame: route('frame', 'root', { path: 'o/:org' }, loaders.frame),
  home: route('home', 'frame', { index: true }, loaders.home),
  quiet: route('quiet', 'frame', {}),
  list: route('list', 'quiet', { path: 'firms' }, loaders.list),
  one: route('one', 'quiet', { path: 'firms/:id' }, loaders.one, { takes: 'a file' }),
  form: route('form', 'quiet', { path: 'firms/new' }, loaders.form),
} as unknown as Routes;

function route(
  id: string,
  parentId: string | undefined,
  at: { path?: string; index?: true },
  loader?: () => string,
  handle?: unknown,
) {
  return { id, parentId, ...at, module: { default: () => null, loader, handle } };
}

const table = createPageTable(routes);

test('a page is found by the pattern of its addresses, whatever frames are around it', () => {
  expect(table.loaderOf('o/:org/firms')).toBe(loaders.list);
  expect(table.loaderOf('o/:org/firms/:id')).toBe(loaders.one);
  expect(table.loaderOf('o/:org/firms/new')).toBe(loaders.form);
});

test('of a frame and its first page, which share an address, the page is asked', () => {
  expect(table.loaderOf('o/:org')).toBe(loaders.home);
});

test('the first page of all has the pattern that the router gives it', () => {
  expect(table.loaderOf('/')).toBe(loaders.root);
});

test('a pattern of no page is an error, never a page that anybody may post to', () => {
  expect(() => table.loaderOf('o/:org/nowhere')).toThrow('no page has the pattern');
});

test('a fixed word goes before an id when it is asked how much a page takes', () => {
  expect(table.bodyRuleOf('/o/hub/firms/1')).toBe(bodyRules['a file']);
  expect(table.bodyRuleOf('/o/hub/firms/new')).toBe(bodyRules['a form']);
  expect(table.bodyRuleOf('/o/hub/nowhere')).toBe(bodyRules['a form']);
});
