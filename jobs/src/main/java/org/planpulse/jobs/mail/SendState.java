package org.planpulse.jobs.mail;

/** What the journal says of a mail. */
enum SendState {
  /** Handed to the server; a journal that ends so does not know whether it was taken. */
  SENDING,
  /** The server has taken it. */
  SENT,
  /** The server has surely not taken it. */
  FAILED,
  /** The operator has found out that it did not arrive, and wants it sent. */
  RELEASED
}
