#ifndef CGRAPHVIZ_SHIM_H
#define CGRAPHVIZ_SHIM_H

// What Swift cannot say of libgvc and libcgraph: functions that take `char *` where they mean
// `const char *`, and macros. Nothing else belongs here.

#include <graphviz/gvc.h>
#include <stdio.h>
#include <stdlib.h>

// Starts the generators of random numbers anew, as in a process of its own: prism, and neato's first
// positions, take up where the last layout left off.
static inline void bg_seed(void) {
    srand(1);
    srand48(1);
}

// Reads one graph; line numbers in messages count from its first line.
static inline Agraph_t *bg_read(const char *text) {
    agsetfile(NULL);
    agreadline(1);
    return agmemread(text);
}

// Writes the graph as DOT, in memory that the caller frees; NULL where that fails.
static inline char *bg_write(Agraph_t *graph, size_t *length) {
    char *text = NULL;
    FILE *stream = open_memstream(&text, length);
    if (!stream) return NULL;
    int failed = agwrite(graph, stream) != 0;
    if (fclose(stream) != 0) failed = 1;
    if (failed) {
        free(text);
        return NULL;
    }
    return text;
}

// The value of an attribute; NULL where the graph declares none of that name.
static inline const char *bg_get(void *object, const char *name) {
    return agget(object, (char *)name);
}

// Sets an attribute, declaring it with an empty default where it's unknown.
static inline int bg_set(void *object, const char *name, const char *value) {
    return agsafeset(object, (char *)name, (char *)value, (char *)"");
}

// Whether objects of a kind have an attribute of that name.
static inline int bg_declares(Agraph_t *graph, int kind, const char *name) {
    return agattr(graph, kind, (char *)name, NULL) != NULL;
}

static inline int bg_is_html(const char *value) { return aghtmlstr((char *)value); }

static inline const char *bg_name(void *object) { return agnameof(object); }

// The size of the drawing in points, after a layout.
static inline double bg_width(Agraph_t *graph) { return GD_bb(graph).UR.x - GD_bb(graph).LL.x; }
static inline double bg_height(Agraph_t *graph) { return GD_bb(graph).UR.y - GD_bb(graph).LL.y; }

// Sends every message to a function instead of standard error. It gets them in pieces.
static inline void bg_capture(int (*receive)(char *)) {
    agseterr(AGWARN);
    agseterrf(receive);
}

static inline int bg_kind_graph(void) { return AGRAPH; }
static inline int bg_kind_node(void) { return AGNODE; }
static inline int bg_kind_edge(void) { return AGEDGE; }

#endif
