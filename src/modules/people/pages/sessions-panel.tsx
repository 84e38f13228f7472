import { plural } from '../../../kernel/text.ts';
import { Panel } from '../../../ui/card.tsx';
import { PostButton } from '../../../ui/form.tsx';

interface SessionsPanelProps {
  sessions: readonly { id: string; lastUsed: string }[];
}

/** Where a person is signed in, and the way to sign them out everywhere. */
export function SessionsPanel({ sessions }: SessionsPanelProps) {
  return (
    <Panel title="Devices">
      <p className="govuk-body">
        Signed in on {plural(sessions.length, 'device')}, last used {sessions[0]?.lastUsed}.
      </p>
      <PostButton values={{ intent: 'end-sessions' }}>Sign out everywhere</PostButton>
    </Panel>
  );
}
