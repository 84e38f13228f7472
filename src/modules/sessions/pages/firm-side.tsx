import { formatInstant } from '../../../kernel/calendar.ts';
import { PostButton } from '../../../ui/form.tsx';
import { SummaryList } from '../../../ui/summary-list.tsx';
import { type AttendanceState, attendanceWords } from '../attendance.ts';
import { confirmationWords } from '../session-words.ts';

interface FirmSideProps {
  firm: {
    enrolmentId: string;
    name: string;
    attendance: string;
    reason: string;
    confirmation: string;
    dispute: string;
    settlement: string;
    confirmedBy: string | null;
    confirmedAt: string | null;
    askedAt: string | null;
  };
  zone: string;
  /** The firm's record, for those who may open it. */
  href: string | null;
  mayAsk: boolean;
}

/** What one firm did and answered, and while it has not, when it was asked and a way to ask again. */
export function FirmSide({ firm, zone, href, mayAsk }: FirmSideProps) {
  const isWaiting = firm.confirmation === 'waiting';
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Enterprise', value: href === null ? firm.name : <a href={href}>{firm.name}</a> },
          { key: 'Attendance', value: attendanceOf(firm) },
          {
            key: 'Confirmation',
            value: [
              confirmationWords[firm.confirmation],
              firm.confirmedBy ? `by ${firm.confirmedBy}` : null,
              firm.confirmedAt ? formatInstant(firm.confirmedAt, zone) : null,
            ]
              .filter(Boolean)
              .join(', '),
          },
          ...(firm.dispute ? [{ key: 'Disputed', value: firm.dispute }] : []),
          ...(firm.settlement ? [{ key: 'Settled because', value: firm.settlement }] : []),
          ...(isWaiting
            ? [
                {
                  key: 'Asked',
                  value: firm.askedAt
                    ? formatInstant(firm.askedAt, zone)
                    : 'Not asked: no mail address, or the enterprise was not there',
                },
              ]
            : []),
        ]}
      />
      {isWaiting && mayAsk ? (
        <PostButton values={{ do: 'ask', enrolmentId: firm.enrolmentId }}>
          Send the question again
          <span className="govuk-visually-hidden"> to {firm.name}</span>
        </PostButton>
      ) : null}
    </>
  );
}

/** What a side did, with the reason where one is given. */
export function attendanceOf(side: { attendance: string; reason: string }): string {
  const word = attendanceWords[side.attendance as AttendanceState];
  return side.reason === '' ? word : `${word}: ${side.reason}`;
}
