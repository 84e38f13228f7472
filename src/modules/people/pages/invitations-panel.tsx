import { Panel } from '../../../ui/card.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { CopyText } from '../../../ui/copy-text.tsx';
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
  /** False: the letter stays here, and whoever invites passes the link on. */
  leaves: boolean;
  /** The waiting invitation's link, for whoever wrote it or has asked for it. */
  link: string | null;
}

/** Invitations written, with what became of them; writes one again and takes one back. */
export function InvitationsPanel(props: InvitationsPanelProps) {
  const { invitations, mayInvite, hasAddress, leaves, link } = props;
  const isWaiting = invitations.some(({ state }) => state === 'waiting');
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
              label: leaves ? 'Sent' : 'Written',
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
      {isWaiting && mayInvite && !leaves ? <LinkToCopy link={link} /> : null}
      {mayInvite && hasAddress ? (
        <PostButton
          kind={isWaiting && !leaves ? 'secondary' : 'primary'}
          values={{ intent: 'invite' }}
        >
          {leaves ? 'Send' : 'Write'}{' '}
          {invitations.length === 0 ? 'an invitation' : 'a new invitation'}
        </PostButton>
      ) : null}
      {mayInvite && !hasAddress ? (
        <p className="govuk-body">Enter an email address first; the invitation goes there.</p>
      ) : null}
    </Panel>
  );
}

function LinkToCopy({ link }: { link: string | null }) {
  return (
    <>
      <p className="govuk-body">
        Written; no letter leaves from here. Copy the link and pass it on to this person only:
        whoever opens it signs in as them.
      </p>
      {link === null ? (
        <PostButton kind="primary" values={{ intent: 'show-link' }}>
          Show the link to copy
        </PostButton>
      ) : (
        <CopyText text={link} label="the link of the invitation" />
      )}
    </>
  );
}
