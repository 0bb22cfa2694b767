/**
 * The version, in its one place: printed by -V, named in SARIF and in the man pages.
 */
#ifndef PARTNER_VERSION_H
#define PARTNER_VERSION_H

#define PARTNER_VERSION "0.1.0"

#endif
