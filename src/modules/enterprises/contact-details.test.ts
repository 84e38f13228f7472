import { expect, test } from 'vitest';
import { editableDetails } from './contact-details.ts';

const contact = {
  personId: 'contact',
  hasAccount: false,
  hasOtherRole: false,
  hasOtherFirm: false,
};
const staff = { personId: 'staff', isStaff: true, isLead: false };
const lead = { personId: 'lead', isStaff: false, isLead: true };
const second = { personId: 'second', isStaff: false, isLead: false };

test('staff and the main contact change the details of the firm’s people', () => {
  expect(editableDetails(contact, staff)).toBe('all');
  expect(editableDetails(contact, lead)).toBe('all');
  expect(editableDetails({ ...contact, personId: 'lead', hasAccount: true }, lead)).toBe('all');
});

test('nobody else of the firm changes anything, not even about themselves from here', () => {
  expect(editableDetails(contact, second)).toBe('none');
  expect(editableDetails({ ...contact, personId: 'second' }, second)).toBe('none');
});

test('the main contact cannot lead away the letters of somebody who signs in or works elsewhere', () => {
  expect(editableDetails({ ...contact, hasAccount: true }, lead)).toBe('position');
  expect(editableDetails({ ...contact, hasOtherFirm: true }, lead)).toBe('position');
});

test('the details of a mentor or member of staff are changed under People alone', () => {
  expect(editableDetails({ ...contact, hasOtherRole: true }, staff)).toBe('position');
  expect(editableDetails({ ...contact, hasOtherRole: true }, lead)).toBe('position');
});
