/** The sign of Tierbook: four tiers, the narrow one on top. */
export function Mark() {
  return (
    <span class="mark" aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
    </span>
  );
}
