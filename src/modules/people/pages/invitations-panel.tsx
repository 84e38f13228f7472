import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { PostButton } from '../../../ui/form.tsx';
import { Tag } from '../../../ui/tag.tsx';
import type { InvitationState } from '../invitation.ts';

const words: Record<InvitationState, string> = {
  waiting: 'Waiting',
  accepted: 'Accepted',
  revoked: 'Taken back',
  expired: 'Ran out',
};

interface InvitationsPanelProps {
  invitations: readonly {
    id: string;
    email: string;
    sent: string;
    lastDay: string;
    state: InvitationState;
    invitedBy: string | null;
  }[];
  mayInvite: boolean;
  hasAddress: boolean;
}

/** Invitations sent, with what became of them; sends one again and takes one back. */
export function InvitationsPanel({ invitations, mayInvite, hasAddress }: InvitationsPanelProps) {
  if (invitations.length === 0 && !mayInvite) return null;
  return (
    <Panel title="Invitations">
      {invitations.length === 0 ? (
        <p className="govuk-body">Nobody has invited this person to sign in.</p>
      ) : (
        <DataTable
          caption="Invitations, newest first"
          rows={invitations}
          rowKey={(invitation) => invitation.id}
          columns={[
            { key: 'to', label: 'To', isHeader: true, cell: (invitation) => invitation.email },
            {
              key: 'sent',
              label: 'Sent',
              cell: ({ sent, invitedBy }) => (invitedBy ? `${sent}, by ${invitedBy}` : sent),
            },
            { key: 'lastDay', label: 'Works until', cell: (invitation) => invitation.lastDay },
            {
              key: 'state',
              label: 'State',
              cell: ({ state }) => (
                <Tag tone={state === 'waiting' ? 'info' : 'neutral'}>{words[state]}</Tag>
              ),
            },
            {
              key: 'revoke',
              label: 'Take back',
              cell: ({ id, state }) =>
                mayInvite && state === 'waiting' ? (
                  <PostButton values={{ intent: 'revoke', invitation: id }}>Take back</PostButton>
                ) : (
                  ''
                ),
            },
          ]}
        />
      )}
      {mayInvite && hasAddress ? (
        <PostButton kind="primary" values={{ intent: 'invite' }}>
          {invitations.length === 0 ? 'Send an invitation' : 'Send a new invitation'}
        </PostButton>
      ) : null}
      {mayInvite && !hasAddress ? (
        <p className="govuk-body">Enter an email address first; the invitation goes there.</p>
      ) : null}
    </Panel>
  );
}
