declare module 'govuk-frontend' {
  interface Component {
    new (root: Element, config?: object): object;
  }
  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const PasswordInput: Component;
  export const Radios: Component;
  export const SkipLink: Component;
  export function createAll(component: Component, config?: object): object[];
  export function isSupported(): boolean;
}
