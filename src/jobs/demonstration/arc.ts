/** How a firm's story goes; each shows one thing that advisers have to see. */
export type Arc =
  | 'steady'
  /** The sessions have left the need. */
  | 'drift'
  /** The need changed and was changed in the programme, too. */
  | 'changed'
  /** The first pair did not fit. */
  | 'misfit'
  /** The firm missed the last two appointments. */
  | 'no-show'
  /** The firm says that the last session was not so. */
  | 'dispute'
  /** Nobody has heard of it for months. */
  | 'silent'
  /** A mentor has been asked and has not answered. */
  | 'waiting'
  /** The firm is choosing from a shortlist. */
  | 'shortlist'
  /** Its need waits for a mentor for too long. */
  | 'unmatched'
  /** Support is finished. */
  | 'finished';
