import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CheckboxGroup, ChipGroup, RadioGroup, SelectField } from './choice-fields.tsx';
import { DurationField } from './duration-field.tsx';
import { ErrorSummary, fieldId } from './field.tsx';
import { Form } from './form.tsx';
import { ScaleTable } from './scale-field.tsx';
import { DateField, TextArea, TextField } from './text-fields.tsx';

const options = [
  { value: 'micro', label: 'Micro' },
  { value: 'small', label: 'Small' },
];

describe('a field', () => {
  it('ties label, hint and error to its control', () => {
    const html = renderToStaticMarkup(
      <TextField
        name="name"
        label="Name of the firm"
        hint="As registered"
        answer={{ errors: { name: 'Enter the name' }, values: {} }}
      />,
    );
    expect(html).toContain('<label class="govuk-label" for="field-name">');
    expect(html).toContain('aria-describedby="field-name-hint field-name-error"');
    expect(html).toContain('id="field-name-hint"');
    expect(html).toContain('id="field-name-error"');
    expect(html).toContain('govuk-input--error');
  });

  it('keeps what was typed over what is stored', () => {
    const answer = { errors: {}, values: { day: '2026-02-31' } };
    expect(renderToStaticMarkup(<DateField name="day" label="Day" value="2026-01-01" />)).toContain(
      'value="2026-01-01"',
    );
    expect(
      renderToStaticMarkup(<DateField name="day" label="Day" value="2026-01-01" answer={answer} />),
    ).toContain('value="2026-02-31"');
  });

  it('keeps an emptied field empty', () => {
    const html = renderToStaticMarkup(
      <TextField name="phone" label="Phone" value="024" answer={{ values: { phone: '' } }} />,
    );
    expect(html).not.toContain('024');
  });

  it('never gives a password back', () => {
    const html = renderToStaticMarkup(
      <TextField
        name="password"
        type="password"
        label="Password"
        answer={{ values: { password: 'correct horse' } }}
      />,
    );
    expect(html).not.toContain('correct horse');
  });

  it('keeps the switch that shows a password away from whoever has no scripts', () => {
    const html = renderToStaticMarkup(
      <TextField name="password" type="password" label="Password" />,
    );
    expect(html).toMatch(/<button type="button"[^>]*aria-controls="field-password"[^>]*hidden/);
    // The field alone answers to that name.
    expect(html.match(/aria-label="[^"]*password[^"]*"/gi)).toBeNull();
  });

  it('gets an id of its own where a page holds the same form twice', () => {
    const html = renderToStaticMarkup(
      <>
        <TextField name="reason" label="Reason" scope="a" />
        <TextField name="reason" label="Reason" scope="b" />
      </>,
    );
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids).toEqual(['field-a-reason', 'field-b-reason']);
  });

  it('says how much may be written', () => {
    const html = renderToStaticMarkup(<TextArea name="note" label="Note" maxLength={500} />);
    expect(html).toContain('data-maxlength="500"');
    expect(html).toContain('aria-describedby="field-note-info"');
  });
});

describe('choices', () => {
  it('stand in a fieldset with legend and error', () => {
    const html = renderToStaticMarkup(
      <RadioGroup
        name="size"
        label="Size"
        options={options}
        answer={{ errors: { size: 'Choose a size' }, values: {} }}
      />,
    );
    expect(html).toContain('<fieldset class="govuk-fieldset" aria-describedby="field-size-error">');
    expect(html).toMatch(/<input[^>]*id="field-size"[^>]*value="micro"/);
  });

  it('keep what was ticked, also when everything was unticked', () => {
    const stored = <CheckboxGroup name="size" label="Size" options={options} values={['micro']} />;
    expect(renderToStaticMarkup(stored).match(/checked=""/g)).toHaveLength(1);
    const unticked = (
      <CheckboxGroup
        name="size"
        label="Size"
        options={options}
        values={['micro']}
        answer={{ values: { other: 'x' } }}
      />
    );
    expect(renderToStaticMarkup(unticked)).not.toContain('checked');
    const both = (
      <ChipGroup
        name="size"
        label="Size"
        options={options}
        answer={{ values: { size: ['micro', 'small'] } }}
      />
    );
    expect(renderToStaticMarkup(both).match(/checked=""/g)).toHaveLength(2);
  });

  it('mark the chosen option of a list', () => {
    const html = renderToStaticMarkup(
      <SelectField name="size" label="Size" options={options} value="small" emptyLabel="Choose" />,
    );
    expect(html).toContain('<option value="small" selected="">');
  });

  it('name area and value in every cell of a scale', () => {
    const html = renderToStaticMarkup(
      <ScaleTable
        legend="Score each area"
        anchors={['Nothing', 'Begun', 'Works']}
        rows={[{ name: 'sales', label: 'Sales', value: 2 }]}
        answer={{ errors: { sales: 'Score this area' }, values: {} }}
      />,
    );
    expect(html.match(/type="radio"/g)).toHaveLength(3);
    expect(html.match(/Sales: /g)).toHaveLength(3);
    expect(html.match(/aria-describedby="field-sales-error"/g)).toHaveLength(3);
    expect(html.match(/<input[^>]*checked[^>]*>/g)).toHaveLength(1);
    expect(html).toMatch(/<input(?=[^>]*checked)(?=[^>]*value="2")/);
  });
});

describe('the error summary', () => {
  it('links each message to its field', () => {
    const answer = { errors: { name: 'Enter the name', size: 'Choose a size' }, values: {} };
    const html = renderToStaticMarkup(<ErrorSummary answer={answer} />);
    expect(html).toContain(`<a href="#${fieldId('name')}">Enter the name</a>`);
    expect(html).toContain(`<a href="#${fieldId('size')}">Choose a size</a>`);
    expect(html).toContain('role="alert"');
  });

  it('reaches the boxes of a duration', () => {
    const answer = { errors: { length: 'Enter how long' }, values: {} };
    const html = renderToStaticMarkup(
      <>
        <ErrorSummary answer={answer} />
        <DurationField name="length" label="How long" answer={answer} />
      </>,
    );
    expect(html).toContain('href="#field-length"');
    expect(html).toContain('id="field-length"');
  });

  it('says nothing when nothing is wrong', () => {
    expect(renderToStaticMarkup(<ErrorSummary answer={{ values: {} }} />)).toBe('');
  });
});

describe('a form', () => {
  it('carries a key of its own and the version it edits', () => {
    const form = <Form version={7}>x</Form>;
    const keys = [renderToStaticMarkup(form), renderToStaticMarkup(form)].map(
      (html) => /name="_key" value="([^"]+)"/.exec(html)?.[1],
    );
    expect(keys[0]).toBeTruthy();
    expect(keys[0]).not.toBe(keys[1]);
    expect(renderToStaticMarkup(form)).toContain('name="_version" value="7"');
  });
});
