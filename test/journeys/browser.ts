import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect, inject, onTestFinished } from 'vitest';
import { projectDirectory } from '../../src/platform/data-directory.ts';
import { markupProblems } from '../page-markup.ts';
import './global-browser.ts';

let shared: Promise<Browser> | null = null;

/** The run's one browser; each page gets a context, and so cookies, of its own. */
function browser(): Promise<Browser> {
  shared ??= chromium.connect(inject('browserEndpoint'));
  return shared;
}

/** A phone held upright, at the narrowest width that every page must bear. */
export const phone: BrowserContextOptions = {
  viewport: { width: 320, height: 640 },
  hasTouch: true,
};

/**
 * A page of a new visitor; call it inside a test. The test fails on an error in the page's scripts. When it
 * fails for whatever reason, a picture is left in .cache/journeys.
 */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (
    await browser()
  ).newContext({
    baseURL: url,
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  // Ends a hang; how fast a page is, no journey judges.
  context.setDefaultTimeout(180_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    // The answer 422 to a form with errors is on purpose, and the browser logs every 4xx.
    const isExpected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isExpected) problems.push(message.text());
  });
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') {
      const name = task.name.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
      const path = join(projectDirectory, '.cache/journeys', `${name}.png`);
      await page.screenshot({ path, fullPage: true });
    }
    await context.close();
    expect(problems).toEqual([]);
  });
  return page;
}

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
);
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A page that looks again by itself may do so in the middle of a check: then it is checked anew. */
async function onceStill(page: Page, check: () => Promise<void>, tries = 3): Promise<void> {
  try {
    await check();
  } catch (error) {
    const isGone = /is navigating|context was destroyed/.test((error as Error).message);
    if (!isGone || tries === 1) throw error;
    await page.waitForLoadState();
    await onceStill(page, check, tries - 1);
  }
}

/**
 * No violation of WCAG 2.2 A and AA that a machine can find, ids and labels that reach their own control, and
 * nothing that runs out of the page sideways.
 */
export function expectAccessible(page: Page): Promise<void> {
  return onceStill(page, () => checkAccess(page));
}

async function checkAccess(page: Page): Promise<void> {
  // Half a megabyte to read: once for each page.
  if (!(await page.evaluate<boolean>("typeof axe !== 'undefined'"))) await page.evaluate(axeSource);
  const results = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(rules)} } })`,
  );
  const found = results.violations.flatMap((violation) =>
    violation.nodes.map(
      (node) => `${violation.id}: ${node.target.join(' ')}: ${node.failureSummary}`,
    ),
  );
  expect(found, page.url()).toEqual([]);
  expect(markupProblems(await page.content()), page.url()).toEqual([]);
  const overflow = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(overflow, `${page.url()} is wider than the window`).toBeLessThanOrEqual(0);
}
