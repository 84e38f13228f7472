import { parentPort } from 'node:worker_threads';
import highsModule from 'highs';

/** @typedef {import('./solver.ts').WorkerJob} WorkerJob */
/** @typedef {import('./solver.ts').WorkerNews} WorkerNews */

const port = parentPort;
if (port === null) throw new Error('highs-worker.mjs runs as a worker only');
// Its declarations describe the CommonJS file; the module's default export is the loader itself.
const loadHighs = /** @type {typeof highsModule.default} */ (/** @type {unknown} */ (highsModule));
const highs = await loadHighs();
port.on('message', (/** @type {WorkerJob} */ job) => tell(work(job)));

function tell(/** @type {WorkerNews} */ news) {
  port?.postMessage(news);
}

/** One model from start to end; news of better answers go out while it runs. */
function work(/** @type {WorkerJob} */ job) {
  const { id, model, start } = job;
  const { constants } = highs;
  const count = model.worth.length;
  const isWhole = model.whole.some((whole) => whole === 1);
  return highs.withModel(
    {
      numCols: count,
      numRows: model.rowMin.length,
      sense: constants.objectiveSense.maximize,
      colCost: model.worth,
      colLower: model.lower,
      colUpper: model.upper,
      rowLower: model.rowMin,
      rowUpper: model.rowMax,
      ...(isWhole ? { integrality: model.whole } : {}),
      matrix: {
        format: 'csr',
        numRows: model.rowMin.length,
        numCols: count,
        starts: model.starts,
        indices: model.variables,
        values: model.factors,
      },
    },
    (solving) => {
      solving.options.set({
        output_flag: false,
        mip_rel_gap: job.gap,
        time_limit: job.seconds,
        random_seed: 1,
      });
      if (start !== null) solving.setSolution({ colValue: start });
      solving.run({
        [constants.callbackType.mipImprovingSolution](event) {
          const values = event.data.mip_solution;
          const objective = event.data.objective_function_value;
          if (values !== undefined && objective !== undefined) {
            tell({ id, kind: 'better', values, objective });
          }
        },
        [constants.callbackType.mipLogging](event) {
          const bound = event.data.mip_dual_bound;
          if (bound !== undefined) tell({ id, kind: 'bound', bound });
        },
      });
      const status = solving.getModelStatus();
      const { modelStatus } = constants;
      if (status === modelStatus.infeasible || status === modelStatus.unboundedOrInfeasible) {
        return done(id, 'infeasible', { rows: job.wantsRows ? conflictingRows(solving) : null });
      }
      const isSolved = status === modelStatus.optimal || status === modelStatus.empty;
      const hasValues =
        solving.info.get('primal_solution_status') === constants.solutionStatus.feasible;
      return done(id, isSolved ? 'solved' : 'stopped', {
        values: hasValues ? solving.getSolution().colValue : null,
        objective: hasValues ? solving.getObjectiveValue() : null,
        bound: isWhole ? Number(solving.info.get('mip_dual_bound')) : solving.getObjectiveValue(),
      });
    },
  );
}

/** The rows of one irreducible infeasible part; its default strategy finds nothing (HiGHS 1.15). */
function conflictingRows(/** @type {import('highs').Model} */ solving) {
  solving.options.set({ iis_strategy: highs.constants.iis.strategyRowPriority });
  return solving.getIis().rowIndex;
}

/**
 * @param {number} id
 * @param {'solved' | 'stopped' | 'infeasible'} end
 * @param {{ values?: Float64Array | null, objective?: number | null, bound?: number | null, rows?: Int32Array | null }} found
 * @returns {WorkerNews}
 */
function done(id, end, found) {
  const { values = null, objective = null, bound = null, rows = null } = found;
  return { id, kind: 'done', end, values, objective, bound, rows };
}
