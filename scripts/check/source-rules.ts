import { sourceFiles } from './source-files.ts';

interface SourceRule {
  /** Where it holds. */
  readonly within: RegExp;
  readonly except?: RegExp;
  readonly pattern: RegExp;
  readonly why: string;
}

const tests = /\.test\.tsx?$/;
const everywhere = /^(src|packages|scripts|test|bench)\//;

/** Rules that a linter does not have, or that must not be switched off by a comment. */
const rules: readonly SourceRule[] = [
  {
    within: everywhere,
    pattern: /\b(ox|es)lint-disable|@ts-(ignore|nocheck|expect-error)|\bbiome-ignore/,
    why: 'rules are not switched off in a file; change the rule for everybody, or the code',
  },
  {
    within: /^(src|packages)\//,
    except: /\.test\.tsx?$|^src\/kernel\/|^src\/platform\/clock\.ts$|^packages\/.*\bbench\b/,
    pattern: /new Date\(\)|\bDate\.now\(\)|Temporal\.Now\b/,
    why: 'time comes from ctx.clock, so that tests and the demonstration can set it',
  },
  {
    within: everywhere,
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    why: 'say it in an issue',
  },
  {
    within: /^src\/modules\/.*\/(commands\/|store\.ts|reads\.ts)/,
    except: tests,
    pattern: /\bfetch\(|\bprocess\.env\b/,
    why: 'a command or a read knows neither the network nor the environment',
  },
  {
    within: /^src\//,
    except: /^src\/(platform|cli|main\.ts)|\.test\.tsx?$/,
    pattern: /\bprocess\.env\b/,
    why: 'settings come from src/platform/config.ts',
  },
  {
    within: /^src\//,
    except: /\.test\.tsx?$|^src\/cli\//,
    pattern: /\bconsole\.\w+\(/,
    why: 'the log is ctx.app.log',
  },
  {
    within: /^src\//,
    pattern:
      /\.onConflict\(\s*\(\w+\) =>\s*\w+\s*\.columns\([^)]*\)\s*\.where\('\w+', '(?:=|in)', (?!\[?sql\.lit)/s,
    why: 'which partial index a clash is of must stand in the text (sql.lit): a kept plan does not know the value',
  },
  {
    within: /\.test\.tsx?$/,
    pattern: /\b(it|test|describe)\.(only|skip|todo)\(/,
    why: 'every test runs',
  },
  {
    within: /\.test\.tsx?$/,
    pattern: /\bvi\.(mock|spyOn|fn|useFakeTimers)\(/,
    why: 'no mocks of our own code; set the clock, use the real database',
  },
  {
    within: /^src\/(modules|web|ui)\/.*\.tsx$/,
    except: tests,
    pattern: /\bstyle=\{|\bdangerouslySetInnerHTML\b/,
    why: 'the content security policy refuses it; use a class',
  },
  {
    within: /^src\//,
    except: tests,
    // `(x.starts_at at time zone g.zone)::date` is what is meant; `zone)::date` does not match.
    pattern:
      /(?:\w_at|timestamptz|\bnow\(\))\)?::date\b|\w_at\)? *(?:[<>]=?|=|between) *\$\{[^}]*\}::date\b|\bcurrent_date\b/i,
    why: 'a day is one of the programme: cast with "at time zone", or it is the day of UTC',
  },
  {
    within: /^src\/modules\/(diagnosis|matching|sessions|impact)\//,
    // A mentor's absence, and what a person reads of all their programmes, are of no single programme.
    except: /\.test\.tsx?$|\/(own-page|rematch)\/|matching\/jobs\.ts$|own-action-list\.tsx$/,
    pattern: /today\((ctx\.)?org\.zone\)/,
    why: 'a day is one of the programme: todayIn(tx, ctx, programmeId)',
  },
  {
    within: /^src\//,
    except: /\.test\.tsx?$|^src\/kernel\/calendar\.ts$/,
    // A list of ten has its number as a name.
    pattern: /\.(?:slice|substring|substr)\(0, ?10\)/,
    why: 'the day of an instant is dateInZone(instant, zone)',
  },
  {
    within: /^src\//,
    except:
      /^src\/(routes\.ts|root\.tsx|entry\.server\.tsx)$|^src\/web\/(desks|frames|public)\/|\/pages\/[^/]+\.tsx$|pages\/routes\.ts$/,
    pattern: /^export default\b/m,
    why: 'exports have names; only the component of a route is a default export',
  },
];

/** Every breach with its line. */
export function checkSourceRules(root: string): string[] {
  return sourceFiles(root, ['src', 'packages', 'scripts', 'test', 'bench']).flatMap((file) =>
    // These two have to write down what is looked for.
    /^scripts\/check\/(source-rules|gates\.test)\.ts$/.test(file.path)
      ? []
      : rules
          .filter(({ within, except }) => within.test(file.path) && !except?.test(file.path))
          .flatMap((rule) => lineFindings(file.path, file.text, rule)),
  );
}

/** Rules whose dot goes over the ends of lines look at the whole text. */
function lineFindings(path: string, text: string, rule: SourceRule): string[] {
  if (rule.pattern.dotAll) return rule.pattern.test(text) ? [`${path}: ${rule.why}`] : [];
  return text
    .split('\n')
    .flatMap((line, at) => (rule.pattern.test(line) ? [`${path}:${at + 1}: ${rule.why}`] : []));
}
