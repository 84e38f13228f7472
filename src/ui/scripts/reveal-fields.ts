/**
 * Shows the fields below a radio or box while it is chosen. govuk-frontend's own script marks the control
 * with `aria-expanded`, which a radio may not carry.
 */
export function revealFields(): void {
  const controls = document.querySelectorAll<HTMLInputElement>('input[data-reveals]');
  const show = () => {
    for (const control of controls) {
      const fields = document.getElementById(control.dataset['reveals'] ?? '');
      if (fields) fields.hidden = !control.checked;
    }
  };
  if (controls.length === 0) return;
  document.addEventListener('change', show);
  show();
}
