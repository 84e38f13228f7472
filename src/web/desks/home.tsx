export default function Screen() {
  return <p>Espalier</p>;
}
