interface Contact {
  personId: string;
  hasAccount: boolean;
  /** Holds a role other than participant, such as mentor. */
  hasOtherRole: boolean;
  /** Belongs to another enterprise, too. */
  hasOtherFirm: boolean;
}

interface Editor {
  personId: string | null;
  isStaff: boolean;
  /** The main contact of the enterprise. */
  isLead: boolean;
}

/**
 * What of a firm's person can be changed from the firm: everything, only the position, or nothing. Letters
 * hold links that act for whoever they go to, so nobody's letters can be led away by another person of the
 * firm once they sign in themselves, nor those of a mentor or member of staff by anybody.
 */
export function editableDetails(contact: Contact, by: Editor): 'all' | 'position' | 'none' {
  if (!by.isStaff && !by.isLead) return 'none';
  if (contact.hasOtherRole) return 'position';
  if (by.isStaff || contact.personId === by.personId) return 'all';
  return contact.hasAccount || contact.hasOtherFirm ? 'position' : 'all';
}
