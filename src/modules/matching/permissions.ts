import { type Grants, permissionTable } from '../../platform/permission.ts';

const staff: Grants = { admin: 'programme', manager: 'programme', adviser: 'programme' };
/** Who was asked and said no is nobody's business outside the programme. */
const readers: Grants = { ...staff, verifier: 'programme' };

export const matchingPermissions = permissionTable({
  ranking: {
    read: staff,
  },
  shortlist: {
    read: { ...readers, participant: 'own' },
    send: staff,
    choose: { ...staff, participant: 'own' },
    withdraw: staff,
    /** Run by a job. */
    passOn: {},
  },
  offer: {
    read: { ...readers, mentor: 'own' },
    make: staff,
    answer: { ...staff, mentor: 'own' },
    withdraw: staff,
    expire: {},
    /** A no that staff take back, or enter into the register of conflicts. */
    settle: staff,
  },
  /** Asks firms when a mentor may learn who they are; what they say is of the enrolment. */
  sharing: {
    ask: staff,
  },
  /** What somebody was asked and has not answered. */
  question: {
    sendAgain: staff,
  },
  match: {
    read: { ...readers, auditor: 'programme', mentor: 'own', participant: 'own' },
    introduce: staff,
    end: staff,
    change: staff,
  },
  fitCheck: {
    read: staff,
    answer: { ...staff, participant: 'own' },
    answerAsMentor: { ...staff, mentor: 'own' },
    ask: {},
  },
  /** Raw marks are for staff: neither mentors nor enterprises ever see them. */
  feedback: {
    read: staff,
    give: { participant: 'own' },
  },
  rematch: {
    read: staff,
    raise: staff,
    settle: staff,
    raiseAll: {},
  },
  /** One's own page behind a mailed link. */
  ownPage: {
    open: { mentor: 'own', participant: 'own' },
    end: { mentor: 'own', participant: 'own' },
    /** The link in the letter decides, not a role. */
    renew: { public: 'organisation' },
  },
  traitWish: {
    read: { ...staff, participant: 'own' },
    state: { ...staff, participant: 'own' },
  },
  /** Given by the mentor alone. Staff see only whom a stated wish is met by. */
  mentorTrait: {
    give: { mentor: 'own' },
  },
  /** Also for a funder: that mentors were given by rules, with the proof, is what public money asks. */
  allocation: {
    read: { ...readers, auditor: 'programme' },
    start: staff,
    edit: staff,
    publish: staff,
    abandon: staff,
    verify: staff,
  },
  barredPair: {
    read: staff,
    bar: staff,
    unbar: { admin: 'programme', manager: 'programme' },
  },
});
