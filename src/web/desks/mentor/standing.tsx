import { formatDate } from '../../../kernel/calendar.ts';
import { Inset } from '../../../ui/notification-banner.tsx';

interface StandingProps {
  state: string;
  inductedOn: string | null;
  codeSignedOn: string | null;
  pausedUntil: string | null;
  profileHref: string;
}

/** Why a mentor gets no offers, and what to do about it; nothing for one who is live. */
export function Standing(props: StandingProps) {
  const profile = <a href={props.profileHref}>My profile</a>;
  if (props.state === 'paused') {
    return (
      <Inset>
        You take a break{props.pausedUntil ? ` until ${formatDate(props.pausedUntil)}` : ''}: nobody
        new is offered to you. You end it under {profile}.
      </Inset>
    );
  }
  if (props.state === 'left') return <Inset>You have left the panel. Thank you.</Inset>;
  if (props.state === 'live') return null;
  return (
    <Inset>
      No enterprise can be offered to you yet.
      {props.inductedOn === null ? ' The programme still has to record your induction.' : ''}
      {props.codeSignedOn === null ? (
        <> You still have to sign the code of conduct, under {profile}.</>
      ) : null}
    </Inset>
  );
}
