import type { FormAnswer } from '../../../kernel/form-answer.ts';
import { cutText, plural } from '../../../kernel/text.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { type ColumnGuess, fieldsOf } from '../import/column-map.ts';
import type { ImportRunView } from '../reads.ts';
import { isReadingUnsure, readingWords } from './import-reading.tsx';

interface Props {
  run: ImportRunView;
  mayReread: boolean;
  guesses: readonly ColumnGuess[];
  programme: string;
  answer: FormAnswer;
}

const readAnew = <a href="?step=reading">Read the file in another way</a>;

/** A longer list is hardly one of applicants: somebody has to say. */
const usualIntake = 200;

/** What each column of the file holds: the guess, to be confirmed or changed beside its first values. */
export function ImportColumns({ run, mayReread, guesses, programme, answer }: Props) {
  const options = fieldsOf(run.kind).map(({ key, label }) => ({ value: key, label }));
  return (
    <Form label="Columns">
      <HiddenField name="do" value="map" />
      <p className="govuk-body">
        {plural(run.total, 'row')} with {plural(run.headers.length, 'column')}. Say what the columns
        hold; it is remembered for the next file with these headers.
      </p>
      {isReadingUnsure(run) ? (
        <Inset>
          {readingWords(run)} Look at the first values below. {mayReread ? readAnew : null}
        </Inset>
      ) : (
        <p className="govuk-hint">
          {readingWords(run)} {mayReread ? readAnew : null}
        </p>
      )}
      {answer.errors?.['mapping'] ? (
        <p className="govuk-error-message" id="field-mapping">
          {answer.errors['mapping']}
        </p>
      ) : null}
      <DataTable
        caption="Columns of the file"
        rows={guesses}
        rowKey={(guess) => String(guess.index)}
        columns={[
          { key: 'header', label: 'Column', isHeader: true, cell: (guess) => guess.header },
          {
            key: 'samples',
            label: 'First values',
            cell: (guess) =>
              guess.samples.map((sample) => cut(sample)).join(' · ') || <em>empty</em>,
          },
          {
            key: 'field',
            label: 'Holds',
            cell: (guess) => (
              <>
                <SelectField
                  name={`column-${guess.index}`}
                  label={`What “${guess.header}” holds`}
                  hidesLabel
                  value={run.mapping[guess.header] ?? ''}
                  emptyLabel="Leave out"
                  options={options}
                  answer={answer}
                />
                {isUnsure(guess, run) ? <Tag tone="warn">only a guess</Tag> : null}
              </>
            ),
          },
        ]}
      />
      {run.kind === 'enterprises' ? <EnterpriseChoices {...{ run, programme, answer }} /> : null}
      <Button>Check the rows</Button>
    </Form>
  );
}

/** The mapping is still the guess, and the guess is weak. */
function isUnsure(guess: ColumnGuess, run: ImportRunView): boolean {
  const isGuess = guess.field !== null && guess.field === run.mapping[guess.header];
  return isGuess && guess.confidence < 0.8;
}

function EnterpriseChoices({ run, programme, answer }: Omit<Props, 'guesses' | 'mayReread'>) {
  const { enrols, source, unmatched } = run.format;
  return (
    <>
      <RadioGroup
        name="source"
        label="Where does the list come from?"
        value={source}
        options={[
          { value: 'list', label: 'A partner, another system, a form' },
          {
            value: 'register',
            label: 'The company register',
            hint: 'Its status, codes, incorporation date and registered office win over other lists. Where a firm trades stays as it is.',
          },
        ]}
        isSmall
        answer={answer}
      />
      <RadioGroup
        name="unmatched"
        label="Firms that are not on record"
        value={unmatched}
        options={[
          { value: 'create', label: 'Add them' },
          { value: 'leave', label: 'Leave them out; only fill in what is known' },
        ]}
        isSmall
        answer={answer}
      />
      <RadioGroup
        name="enrols"
        label="What becomes of the firms?"
        value={run.state === 'uploaded' && run.total > usualIntake ? null : enrols ? 'yes' : 'no'}
        options={[
          { value: 'yes', label: `Applicants of ${programme}` },
          {
            value: 'no',
            label: 'Only kept on record',
            hint: 'For a list to look firms up in. They can apply, or be taken in, later.',
          },
        ]}
        isSmall
        answer={answer}
      />
    </>
  );
}

function cut(text: string): string {
  return text.length > 40 ? `${cutText(text, 39)}…` : text;
}
