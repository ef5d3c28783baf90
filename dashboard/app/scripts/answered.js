// Stands last on the page: when it comes, all that Python has to say to the press of this number has been said.
export default function ({ data: [{ number, page, slot }] }) {
  turnTo(slot, page);
  window.datelineUnanswered = window.datelineUnanswered?.filter((press) => press.number > number);
  window.dispatchEvent(new CustomEvent(ANSWERED, { detail: number }));
}
