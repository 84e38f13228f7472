import { EmptyState } from '../../../ui/card.tsx';

/** While somebody is asked there is nothing to mend; otherwise what would give the need a mentor. */
export function NobodyElse({ isAsked }: { isAsked: boolean }) {
  return isAsked ? (
    <EmptyState title="Nobody else can be asked now">
      An answer is awaited. Should it be no, or none come, the others are looked at again; why each
      is left out stands below.
    </EmptyState>
  ) : (
    <EmptyState title="Nobody can be asked">
      Every mentor is left out for a reason below. Raise places, record expertise, or add a mentor.
    </EmptyState>
  );
}
