import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { CompareBars } from './compare-bars.tsx';
import { LineChart } from './line-chart.tsx';
import { Sparkline } from './sparkline.tsx';

describe('a chart', () => {
  it('says the last figure and its profile, and holds every number in a table', () => {
    const html = renderToStaticMarkup(
      <LineChart
        title="Enterprises supported"
        unit="enterprises"
        moments={['Q1', 'Q2', 'Q3']}
        actual={[4, 9, null]}
        plan={[5, 10, 15]}
      />,
    );
    expect(html).toContain('aria-label="Enterprises supported: 9 enterprises by Q2, profile 10"');
    expect(html).toMatch(/<th scope="row"[^>]*>Q3<\/th><td[^>]*>–<\/td><td[^>]*>15<\/td>/);
  });

  it('names at most five moments of many, so that the names do not touch', () => {
    for (const count of [4, 5, 8, 9, 13, 24]) {
      const moments = Array.from({ length: count }, (_, at) => `moment ${at}`);
      const plan = moments.map(() => 1);
      const html = renderToStaticMarkup(
        <LineChart title="Jobs" unit="jobs" moments={moments} actual={plan} plan={plan} />,
      );
      const named = html.slice(0, html.indexOf('</svg><details')).match(/>moment \d+<\/text>/g);
      expect(named?.length).toBeLessThanOrEqual(5);
    }
  });

  it('stands with nothing reached yet', () => {
    const html = renderToStaticMarkup(
      <LineChart title="Jobs" unit="jobs" moments={['Q1']} actual={[null]} plan={[0]} />,
    );
    expect(html).toContain('Jobs: nothing reached yet');
    expect(html).not.toContain('NaN');
  });

  it('says the change between two diagnoses in words', () => {
    const html = renderToStaticMarkup(
      <CompareBars
        title="Areas"
        most={5}
        beforeLabel="March"
        nowLabel="November"
        rows={[
          { label: 'Sales', before: 1, now: 3 },
          { label: 'Finance', before: 4, now: 3.5 },
          { label: 'People', before: 2, now: null },
        ]}
      />,
    );
    expect(html).toContain(' up 2');
    expect(html).toContain(' down 0.5');
    expect(html).toContain('Not scored');
  });

  it('draws a line of one or no value without breaking', () => {
    for (const values of [[], [3], [0, 0]]) {
      expect(renderToStaticMarkup(<Sparkline values={values} label="Sessions" />)).not.toContain(
        'NaN',
      );
    }
  });
});
