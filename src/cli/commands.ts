import { backup } from './backup.ts';
import type { CliCommand } from './command-line.ts';
import { createAdminCommand } from './create-admin.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { importCommand } from './import.ts';
import { migrateCommand } from './migrate.ts';
import { restore } from './restore.ts';
import { serve } from './serve.ts';
import { solve, verifyCommand } from './solve.ts';

/** Every command of `npm run espalier`, in the order of the help. Heavy imports belong inside `run`. */
export const commands: readonly CliCommand[] = [
  serve,
  demo,
  doctor,
  migrateCommand,
  backup,
  restore,
  createAdminCommand,
  importCommand,
  solve,
  verifyCommand,
];
