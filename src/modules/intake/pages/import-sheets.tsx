import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { plural } from '../../../kernel/text.ts';
import { RadioGroup } from '../../../ui/choice-fields.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import type { SheetChoice } from '../import/sheet-choice.ts';
import type { ImportRunView } from '../reads.ts';

interface Props {
  run: ImportRunView;
  sheets: readonly SheetChoice[];
  answer: FormAnswer;
}

/** Which sheet of a workbook is the list: the guess, to be confirmed or changed. */
export function ImportSheets({ run, sheets, answer }: Props) {
  return (
    <Form label="Sheet">
      <HiddenField name="do" value="sheet" />
      <RadioGroup
        name="sheet"
        label="Which sheet is the list?"
        hint={
          run.format.isSheetChosen
            ? 'Another sheet takes the place of the rows read so far.'
            : 'The one that looks most like such a list is chosen. Sheets with nothing on them are not shown.'
        }
        value={run.sheet}
        options={sheets.map((sheet) => ({
          value: sheet.name,
          label: sheet.name,
          hint: wordsOf(sheet),
        }))}
        answer={answer}
      />
      <Button>Read this sheet</Button>
    </Form>
  );
}

function wordsOf({ rows, columns, known }: SheetChoice): string {
  const size = `${rows.toLocaleString('en-GB')} ${rows === 1 ? 'row' : 'rows'} in ${plural(columns, 'column')}`;
  return known === 0
    ? `${size}; no column looks like a name`
    : `${size}, ${known.toLocaleString('en-GB')} of them understood`;
}
