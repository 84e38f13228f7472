import type { FormAnswer } from '../../../kernel/form-answer.ts';
import type { Role } from '../../../platform/permission.ts';
import { RadioGroup, SelectField } from '../../../ui/choice-fields.tsx';
import { DateField } from '../../../ui/text-fields.tsx';
import { roleHints, roleLabels } from '../role.ts';

interface RoleFieldsProps {
  roles: readonly Role[];
  programmes: readonly { id: string; name: string }[];
  /** Left out for somebody whose own role is limited to some programmes. */
  allLabel: string | null;
  answer: FormAnswer;
}

/** Which role, where and until when; only what the actor may give. */
export function RoleFields({ roles, programmes, allLabel, answer }: RoleFieldsProps) {
  return (
    <>
      <RadioGroup
        name="role"
        label="Role"
        isSmall
        options={roles.map((role) => ({
          value: role,
          label: roleLabels[role],
          hint: roleHints[role],
        }))}
        answer={answer}
      />
      <SelectField
        name="programmeId"
        label="Where"
        {...(allLabel === null ? {} : { emptyLabel: allLabel })}
        options={programmes.map(({ id, name }) => ({ value: id, label: `Only in ${name}` }))}
        answer={answer}
      />
      <DateField
        name="expiresOn"
        label="Last day"
        hint="Needed for a funder or auditor; otherwise leave it empty"
        isOptional
        answer={answer}
      />
    </>
  );
}
