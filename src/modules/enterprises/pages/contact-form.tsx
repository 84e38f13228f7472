import { hasCode, invalid } from '../../../kernel/errors.ts';
import { type FormAnswer, type FormValues, numberOf, textOf } from '../../../kernel/form-answer.ts';
import type { Ctx } from '../../../platform/context.ts';
import { Checkbox } from '../../../ui/choice-fields.tsx';
import { ConflictPanel } from '../../../ui/conflict-panel.tsx';
import { Button, ButtonRow, Form } from '../../../ui/form.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { editEnterprisePerson } from '../commands/edit-enterprise-person.ts';
import type { ContactRow } from '../contact-rows.ts';

/** Runs the command with what the form holds; a form without a name leaves the details alone. */
export async function saveContact(
  ctx: Ctx,
  key: { enrolmentId: string; personId: string },
  form: FormValues,
): Promise<void> {
  try {
    await editEnterprisePerson(ctx, {
      ...key,
      version: numberOf(form, '_version') ?? 0,
      position: textOf(form, 'position'),
      isLead: textOf(form, 'isLead') === 'yes',
      ...(form['name'] === undefined
        ? {}
        : {
            reach: {
              name: textOf(form, 'name'),
              email: textOf(form, 'email'),
              phone: textOf(form, 'phone'),
            },
          }),
    });
  } catch (error) {
    if (!hasCode(error, 'invalid')) throw error;
    const fields: Record<string, string> = {};
    for (const [name, message] of Object.entries(error.fields)) {
      fields[name.replace('reach.', '')] = message;
    }
    throw invalid(fields, error.message);
  }
}

interface ContactFormProps {
  contact: ContactRow;
  editable: 'all' | 'position';
  answer: FormAnswer;
  /** The reader is the one whom the form is about. */
  isSelf?: boolean;
}

/** Position and main contact, and as far as allowed how the person is reached. */
export function ContactForm({ contact, editable, answer, isSelf = false }: ContactFormProps) {
  return (
    <>
      <ContactConflict answer={answer} />
      <Form version={contact.version} guardsLeaving>
        {editable === 'all' ? (
          <>
            <TextField
              name="name"
              label="Name"
              value={contact.name}
              answer={answer}
              width={30}
              autoComplete="off"
            />
            <TextField
              name="email"
              label="Email address"
              hint={
                contact.hasAccount
                  ? 'Where letters go. What this person signs in with stays as it is.'
                  : 'Where letters go. A waiting invitation to the old address ends.'
              }
              type="email"
              value={contact.email ?? ''}
              answer={answer}
              width={30}
              autoComplete="off"
              isOptional
            />
            <TextField
              name="phone"
              label="Telephone"
              type="tel"
              value={contact.phone ?? ''}
              answer={answer}
              width={20}
              autoComplete="off"
              isOptional
            />
          </>
        ) : (
          <p className="govuk-body">
            {contact.name} keeps their own name, address and telephone, because they sign in or work
            with the programme in another way, too.
          </p>
        )}
        <TextField
          name="position"
          label="Position"
          hint="For example director."
          value={contact.position}
          answer={answer}
          width={20}
          isOptional
        />
        {contact.isLead ? (
          <p className="govuk-body">
            {isSelf
              ? 'You are the main contact: letters go to you.'
              : 'This is the main contact: letters go to them.'}{' '}
            To change that, open the person who takes over.
          </p>
        ) : (
          <Checkbox
            name="isLead"
            label="Main contact: letters to the enterprise go to them from now on"
            answer={answer}
          />
        )}
        <ButtonRow>
          <Button>Save</Button>
        </ButtonRow>
      </Form>
    </>
  );
}

/** Both versions, when somebody else changed the person meanwhile. */
function ContactConflict({ answer }: { answer: FormAnswer }) {
  if (!answer.theirs || answer.values['name'] === undefined) return null;
  const theirs = answer.theirs as object as Pick<ContactRow, 'name' | 'email' | 'phone'>;
  return (
    <ConflictPanel
      what="person"
      reloadHref="?"
      rows={[
        { label: 'Name', mine: textOf(answer.values, 'name'), theirs: theirs.name },
        {
          label: 'Email address',
          mine: textOf(answer.values, 'email'),
          theirs: theirs.email ?? '',
        },
        { label: 'Telephone', mine: textOf(answer.values, 'phone'), theirs: theirs.phone ?? '' },
      ]}
    />
  );
}
