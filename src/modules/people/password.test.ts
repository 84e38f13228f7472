import { expect, test } from 'vitest';
import { passwordProblem } from './password.ts';

const names = ['Coventry Growth Hub', 'Asha Patel', 'asha.patel'];

test.each([
  'short',
  'password1234',
  'P@ssw0rd2026!!',
  'passwordpassword',
  'qwertyuiop12345',
  'aaaaaaaaaaaaaaaa',
  '123456789012',
  'abababababab',
  'Asha Patel 1984',
  'coventrygrowthhub',
  'CoventryGrowthHub!',
  'ashapatelashapatel',
  'x'.repeat(129),
  'chocolate123',
  'zaq12wsxcde3',
  '123qweasdzxc',
  'Coventry2026',
  'manchester2026',
  'liverpoolfc123',
  '1q2w3e4r5t6y7u8i',
  'sunshine2026!',
  'Birmingham123',
])('refuses %s', (password) => {
  expect(passwordProblem(password, names)).toEqual(expect.any(String));
});

test.each([
  'eleven green bottles on a wall',
  'трава зеленеет солнышко',
  '🦊🦉🐢🌲🍄🌙🦊🦉🐢🌲🍄🌙',
  'Tr0ub4dor&3xyz',
])('takes %s', (password) => {
  expect(passwordProblem(password, names)).toBeNull();
});
