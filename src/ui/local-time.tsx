interface LocalTimeProps {
  /** ISO instant in UTC. */
  instant: string;
  /** How the programme says it. */
  text: string;
  /** The programme's zone, e.g. `Europe/London`. */
  zone: string;
}

/** A moment in the programme's zone; a reader in another zone gets their own time beside it. */
export function LocalTime({ instant, text, zone }: LocalTimeProps) {
  return (
    <time dateTime={instant} data-zone={zone}>
      {text}
    </time>
  );
}
