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

/** As index.html has it too, before any script: what is painted first stays where it is. */
export function Brand(props: { readonly name: string }) {
  return (
    <span class="brand">
      <Mark />
      {props.name}
    </span>
  );
}
