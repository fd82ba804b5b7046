#ifndef CLIBXML2_SHIM_H
#define CLIBXML2_SHIM_H

// Debian's libxml2 shows the headers of its ICU, whose enumerations differ from those of the ICU
// within Foundation; a Swift module that imports both doesn't compile. What ICU adds to libxml2's
// headers is the end of a structure that is only handed on by its address.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/xmlerror.h>

// xmlFree is a variable that holds a function: Swift may not read it from many tasks.
static inline void cLibXML2Free(xmlChar *string) { xmlFree(string); }

#endif
