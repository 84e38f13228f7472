import type { ReactNode } from 'react';

export interface Task {
  title: string;
  /** Left out while the task cannot be started. */
  href?: string;
  hint?: ReactNode;
  /** A word or a `Tag`. */
  status: ReactNode;
}

/** What is to be done, in any order, each with its state (GOV.UK task list). */
export function TaskList({ tasks, name }: { tasks: readonly Task[]; name: string }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, at) => {
        const status = `${name}-${at}-status`;
        const hint = task.hint ? `${name}-${at}-hint` : null;
        return (
          <li
            key={task.title}
            className={`govuk-task-list__item${task.href ? ' govuk-task-list__item--with-link' : ''}`}
          >
            <div className="govuk-task-list__name-and-hint">
              {task.href ? (
                <a
                  className="govuk-link govuk-task-list__link"
                  href={task.href}
                  aria-describedby={hint ? `${hint} ${status}` : status}
                >
                  {task.title}
                </a>
              ) : (
                <div>{task.title}</div>
              )}
              {hint ? (
                <div id={hint} className="govuk-task-list__hint">
                  {task.hint}
                </div>
              ) : null}
            </div>
            <div
              id={status}
              className={`govuk-task-list__status${task.href ? '' : ' govuk-task-list__status--cannot-start-yet'}`}
            >
              {task.status}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
