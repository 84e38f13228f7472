import { expect, test } from 'vitest';
import { markupProblems, scriptlessProblems } from './page-markup.ts';

test('a page whose controls have one label each has no problem', () => {
  const page = `<!doctype html><form><label for="a">Name</label><input id="a" name="name"/>
    <label>Inside <input type="checkbox" name="b" value="1"></label>
    <select aria-label="Sort" name="sort"></select><input type="hidden" name="_key" value="x"/>
    <button type="submit">Save</button></form><a href="#a">Enter the name</a>`;
  expect(markupProblems(page)).toEqual([]);
});

test('two equal ids are found, and with them the box that a click would tick', () => {
  const box = (value: string) =>
    `<input type="checkbox" id="field-codes" name="codes" value="${value}"/><label for="field-codes">${value}</label>`;
  expect(markupProblems(box('Coventry') + box('Birmingham'))).toEqual([
    'two elements have the id field-codes',
    'input codes=Coventry has 2 labels',
    'input codes=Birmingham has 2 labels',
  ]);
});

test('a control without a label is found', () => {
  expect(markupProblems('<textarea name="reason"></textarea>')).toEqual([
    'textarea reason has 0 labels',
  ]);
});

test('labels, hints and links that point at nothing are found', () => {
  const page = `<label for="gone">Name</label>
    <input id="a" aria-label="x" aria-describedby="a-hint"/><a href="#lost">Enter it</a>`;
  expect(markupProblems(page)).toEqual([
    'label points at #gone, which is not there',
    'input points at #a-hint, which is not there',
    'a points at #lost, which is not there',
  ]);
});

test('what stands in scripts and comments is no markup', () => {
  expect(markupProblems('<script>"<input id=\\"a\\">"</script><!-- <input name="b"> -->')).toEqual(
    [],
  );
});

test('finds what does nothing without scripts', () => {
  const sent = '<form><input name="a"><button class="x">Send</button></form>';
  expect(scriptlessProblems(sent)).toEqual([]);
  expect(scriptlessProblems('<form id="f"><br></form><button form="f">Send</button>')).toEqual([]);
  expect(scriptlessProblems('<div hidden><button type="button">Copy</button></div>')).toEqual([]);
  expect(
    scriptlessProblems(
      '<form><input name="a"></form><select name="b"></select><button type="button" class="c">D</button><a href="#">E</a><button name="g">F</button>',
    ),
  ).toEqual([
    'form  has no button that sends it',
    'select b belongs to no form',
    'button c needs a script',
    'link  leads nowhere',
    'button g sends no form',
  ]);
});
