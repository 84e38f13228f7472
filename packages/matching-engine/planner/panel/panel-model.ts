import { Model, type Term } from '../model.ts';
import { isYes } from '../proved.ts';
import { countsFor, fitOf, type Applicant, type PanelInput, weightsOf } from './panel.ts';

export interface PanelModel {
  readonly model: Model;
  /** Worth of the model × this = value of a panel. Keeps the solver's numbers small. */
  readonly scale: number;
  /** The chosen, as indices of the applicants. */
  chosen(values: Float64Array): number[];
  /** A panel and its service as values of the variables, to begin with. */
  valuesOf(served: ReadonlyMap<number, Int32Array>): Float64Array;
}

/**
 * Seats are decisions, service is an amount: for a given panel the best service is whole by itself. `applicants`
 * are those who may be chosen.
 */
export function panelModel(input: PanelInput, applicants: readonly Applicant[]): PanelModel {
  const model = new Model();
  const weights = weightsOf(input);
  const scale = Math.max(1, weights.fit, weights.score);
  const seat = applicants.map(({ score }) => model.yesNo((weights.score * score) / scale));
  const service = applicants.map((applicant, at) => {
    const served = input.demand.map((cell): number | null => {
      const fit = fitOf(applicant, cell);
      const most = Math.min(applicant.places, cell.needs);
      if (fit === 0 || most === 0) return null;
      const amount = model.amount((weights.fit * fit) / scale, most);
      model.row(
        [
          [amount, 1],
          [seat[at]!, -most],
        ],
        { max: 0 },
      );
      return amount;
    });
    const terms = termsOf(served);
    if (terms.length > 1) model.row([...terms, [seat[at]!, -applicant.places]], { max: 0 });
    return served;
  });
  input.demand.forEach((cell, at) => {
    const terms = termsOf(service.map((served) => served[at]!));
    if (terms.length > 1) model.row(terms, { max: cell.needs });
  });
  addRules(model, input, applicants, seat);
  return {
    model,
    scale,
    chosen: (values) => seat.flatMap((one, at) => (isYes(values[one]!) ? [at] : [])),
    valuesOf(served) {
      const values = new Float64Array(model.size);
      for (const [member, cells] of served) {
        values[seat[member]!] = 1;
        cells.forEach((amount, at) => {
          const variable = service[member]![at];
          if (variable != null) values[variable] = amount;
        });
      }
      return values;
    },
  };
}

function addRules(
  model: Model,
  input: PanelInput,
  applicants: readonly Applicant[],
  seat: readonly number[],
): void {
  const all = seat.map((one): Term => [one, 1]);
  const { seats, budget } = input;
  model.row(all, { max: seats }, model.rule('seats', `The panel has at most ${seats} seats`));
  if (budget !== null) {
    const costs = applicants.map(({ cost }, at): Term => [seat[at]!, cost]);
    model.row(costs, { max: budget }, model.rule('budget', `The panel costs at most ${budget}`));
  }
  for (const quota of input.quotas) {
    const terms = all.filter((_, at) => countsFor(applicants[at]!, quota));
    if (quota.min > 0) {
      const words = `At least ${quota.min} of the panel: ${quota.name}`;
      model.row(terms, { min: quota.min }, model.rule('quota-min', words));
    }
    if (quota.max < seats) {
      const words = `At most ${quota.max} of the panel: ${quota.name}`;
      model.row(terms, { max: quota.max }, model.rule('quota-max', words));
    }
  }
  applicants.forEach(({ id, decided }, at) => {
    if (decided !== 'in') return;
    model.row([[seat[at]!, 1]], { min: 1 }, model.rule('decided', `${id} is on the panel`));
  });
}

function termsOf(variables: readonly (number | null)[]): Term[] {
  return variables.flatMap((variable): Term[] => (variable === null ? [] : [[variable, 1]]));
}
