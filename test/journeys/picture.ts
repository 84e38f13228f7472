import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Keeps a picture of the page in .cache/pictures when ESPALIER_PICTURES is set, for somebody to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  if (!process.env['ESPALIER_PICTURES']) return;
  const folder = '.cache/pictures';
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}
