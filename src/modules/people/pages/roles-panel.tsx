import type { FormAnswer } from '../../../kernel/form-answer.ts';
import type { Role } from '../../../platform/permission.ts';
import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Button, Form, HiddenField } from '../../../ui/form.tsx';
import { Details } from '../../../ui/summary-list.tsx';
import { Inset } from '../../../ui/notification-banner.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { TextField } from '../../../ui/text-fields.tsx';
import { roleLabels } from '../role.ts';
import type { roleChoices } from './role-choices.ts';
import { RoleFields } from './role-fields.tsx';

interface Row {
  id: string;
  role: Role;
  programme: string | null;
  since: string;
  until: string | null;
  grantedBy: string | null;
  confirmedBy: string | null;
  reason: string | null;
  isHeld: boolean;
  endHref: string | null;
}

interface RolesPanelProps {
  roles: readonly Row[];
  /** Roles that wait for a second person. */
  awaited: readonly { id: string; role: Role; programme: string | null; askedBy: string }[];
  requestsHref: string | null;
  choices: ReturnType<typeof roleChoices> | null;
  answer: FormAnswer;
}

/** Roles held and ended, with dates and reasons, and the form for another one. */
export function RolesPanel({ roles, awaited, requestsHref, choices, answer }: RolesPanelProps) {
  const isRefused = answer.errors !== undefined || answer.problem !== undefined;
  return (
    <Panel title="Roles">
      {awaited.map((wish) => (
        <Inset key={wish.id}>
          {roleLabels[wish.role]}, {wish.programme ?? 'whole organisation'}: waits for a second
          person to confirm it, asked for by {wish.askedBy}.{' '}
          {requestsHref === null ? null : <a href={requestsHref}>Roles to confirm</a>}
        </Inset>
      ))}
      {roles.length === 0 ? (
        <p className="govuk-body">No role yet: this person would see nothing.</p>
      ) : (
        <DataTable
          caption="Roles"
          rows={roles}
          rowKey={(role) => role.id}
          columns={[
            {
              key: 'role',
              label: 'Role',
              isHeader: true,
              cell: (role) => (
                <>
                  {roleLabels[role.role]} {role.isHeld ? null : <Tag>Ended</Tag>}
                </>
              ),
            },
            {
              key: 'where',
              label: 'Where',
              cell: (role) => role.programme ?? 'Whole organisation',
            },
            {
              key: 'since',
              label: 'Since',
              cell: (role) => sinceWords(role),
            },
            ...(roles.some((role) => role.until !== null)
              ? [{ key: 'until', label: 'Until', cell: (role: Row) => role.until ?? '' }]
              : []),
            ...(roles.some((role) => role.reason !== null)
              ? [{ key: 'reason', label: 'Reason', cell: (role: Row) => role.reason ?? '' }]
              : []),
            {
              key: 'end',
              label: 'End',
              cell: (role) =>
                role.endHref ? (
                  <a href={role.endHref}>
                    End<span className="govuk-visually-hidden"> {roleLabels[role.role]}</span>
                  </a>
                ) : (
                  ''
                ),
            },
          ]}
        />
      )}
      {choices && choices.roles.length > 0 ? (
        <Details summary="Give another role" isOpen={isRefused}>
          <Form>
            <HiddenField name="intent" value="grant" />
            <RoleFields {...choices} answer={answer} />
            <TextField name="reason" label="Reason" isOptional maxLength={500} answer={answer} />
            <Button kind="secondary">Give the role</Button>
          </Form>
        </Details>
      ) : null}
    </Panel>
  );
}

function sinceWords({ since, grantedBy, confirmedBy }: Row): string {
  if (!grantedBy) return since;
  return `${since}, by ${grantedBy}${confirmedBy ? ` and ${confirmedBy}` : ''}`;
}
