import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { listWords, plural } from '../../../kernel/text.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { NumberField } from '../../../ui/text-fields.tsx';
import type { SheetChoice } from '../import/sheet-choice.ts';
import type { ImportRunView } from '../reads.ts';
import { type Delimiter, delimiterNames } from '../../../platform/spreadsheets/table.ts';
import { delimiterWords, encodingWords } from './import-words.ts';

interface Props {
  run: ImportRunView;
  answer: FormAnswer;
}

/** How the file is read: which sheet, which row of headers, which separator and encoding; found or said. */
export function ImportReading({ run, answer }: Props) {
  const { sheets = [], isSheetChosen, reading, format } = run.format;
  const isFirst = sheets.length > 0 && isSheetChosen === false;
  return (
    <Form label="How the file is read">
      <HiddenField name="do" value="read" />
      {sheets.length > 0 ? (
        <RadioGroup
          name="sheet"
          label="Which sheet is the list?"
          hint={
            isFirst
              ? 'The one that looks most like such a list is chosen. Sheets with nothing on them are not shown.'
              : 'Another sheet takes the place of the rows read so far.'
          }
          value={run.sheet}
          options={sheets.map((sheet) => ({
            value: sheet.name,
            label: sheet.name,
            hint: wordsOf(sheet),
          }))}
          answer={answer}
        />
      ) : null}
      {isFirst ? null : (
        <NumberField
          name="headerRow"
          label="Row of the headers"
          hint="As the spreadsheet program numbers the rows; 0 when the list has no headers. Leave it empty to have it found."
          value={reading === undefined ? '' : String(reading.headerRow)}
          width={5}
          answer={answer}
        />
      )}
      {format === 'csv' ? (
        <>
          <SelectField
            name="delimiter"
            label="What separates the columns"
            value={nameOf(reading?.delimiter)}
            options={Object.entries(delimiterNames).map(([value, sign]) => ({
              value,
              label: delimiterWords[sign],
            }))}
            emptyLabel="Find it"
            answer={answer}
          />
          <SelectField
            name="encoding"
            label="Encoding"
            hint="Change it when accented letters look wrong."
            value={reading?.encoding ?? ''}
            options={optionsOf(encodingWords)}
            emptyLabel="Find it"
            answer={answer}
          />
        </>
      ) : null}
      <Button>{isFirst ? 'Read this sheet' : 'Read the file so'}</Button>
    </Form>
  );
}

/** How the file was read, in a sentence. */
export function readingWords({ format, sheet }: ImportRunView): string {
  const { reading } = format;
  if (reading === undefined) return '';
  const { headerRow, upperHeaderRow, delimiter, encoding, hiddenRows } = reading;
  const parts = [
    headerRow === 0
      ? 'no row was taken for headers'
      : upperHeaderRow === undefined
        ? `the headers are in row ${headerRow}`
        : `the headers are in rows ${upperHeaderRow} and ${headerRow}, read as one`,
    ...(delimiter === undefined
      ? []
      : [`columns are separated by ${delimiterWords[delimiter].toLowerCase()}`]),
    ...(encoding === undefined ? [] : [`letters are read as ${encodingWords[encoding]}`]),
  ];
  const where = sheet === null ? 'In this file' : `On the sheet “${sheet}”`;
  const hidden =
    hiddenRows === 0
      ? ''
      : ` ${plural(hiddenRows, 'row')} ${hiddenRows === 1 ? 'is' : 'are'} hidden there, by a filter or by hand, and read like the others.`;
  return `${where} ${listWords(parts)}.${hidden}`;
}

/** Whether somebody should look at how the file was read. */
export function isReadingUnsure({ format }: ImportRunView): boolean {
  const { headerRow = 1, encoding, hiddenRows = 0 } = format.reading ?? {};
  const isGuessed = encoding !== undefined && !encoding.startsWith('utf-');
  return headerRow === 0 || isGuessed || hiddenRows > 0;
}

function nameOf(delimiter: Delimiter | undefined): string {
  return Object.entries(delimiterNames).find(([, sign]) => sign === delimiter)?.[0] ?? '';
}

function optionsOf(words: Readonly<Record<string, string>>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}

function wordsOf({ rows, columns, known }: SheetChoice): string {
  const size = `${plural(rows, 'row')} in ${plural(columns, 'column')}`;
  return known === 0
    ? `${size}; no column looks like a name`
    : `${size}, ${known.toLocaleString('en-GB')} of them understood`;
}
