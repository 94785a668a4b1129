"""Arrow's capsules, read by ctypes as any consumer written in C would: what they hold, and that it is given back."""

import ctypes
import datetime
import gc
import unittest

import detente
from support import US_COLOMBIA

INT64, POINTER = ctypes.c_int64, ctypes.c_void_p


class ArrowSchema(ctypes.Structure):
    pass


class ArrowArray(ctypes.Structure):
    pass


class ArrowArrayStream(ctypes.Structure):
    pass


ArrowSchema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", POINTER),
    ("flags", INT64),
    ("n_children", INT64),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowSchema))),
    ("dictionary", POINTER),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(ArrowSchema))),
    ("private_data", POINTER),
]
ArrowArray._fields_ = [
    ("length", INT64),
    ("null_count", INT64),
    ("offset", INT64),
    ("n_buffers", INT64),
    ("n_children", INT64),
    ("buffers", ctypes.POINTER(POINTER)),
    ("children", ctypes.POINTER(ctypes.POINTER(ArrowArray))),
    ("dictionary", POINTER),
    ("release", ctypes.CFUNCTYPE(None, ctypes.POINTER(ArrowArray))),
    ("private_data", POINTER),
]
STREAM = ctypes.POINTER(ArrowArrayStream)
ArrowArrayStream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, STREAM, ctypes.POINTER(ArrowSchema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, STREAM, ctypes.POINTER(ArrowArray))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, STREAM)),
    ("release", ctypes.CFUNCTYPE(None, STREAM)),
    ("private_data", POINTER),
]


def pointer_of(capsule, name, kind):
    get = ctypes.pythonapi.PyCapsule_GetPointer
    get.restype, get.argtypes = POINTER, [ctypes.py_object, ctypes.c_char_p]
    return ctypes.cast(get(capsule, name), ctypes.POINTER(kind))


def bit(address, i):
    return ctypes.cast(address, ctypes.POINTER(ctypes.c_uint8))[i // 8] >> (i % 8) & 1


def values_of(form, array):
    """A child's values; None where there is none."""
    buffers = [array.buffers[i] for i in range(array.n_buffers)]

    def value(i):
        if buffers[0] and not bit(buffers[0], i):
            return None
        if form == b"U":
            ends = ctypes.cast(buffers[1], ctypes.POINTER(INT64))
            return ctypes.string_at(buffers[2] + ends[i], ends[i + 1] - ends[i]).decode() if ends[i] < ends[i + 1] else ""
        if form == b"b":
            return bool(bit(buffers[1], i))
        kind = {b"g": ctypes.c_double, b"l": INT64, b"tdD": ctypes.c_int32}[form]
        return ctypes.cast(buffers[1], ctypes.POINTER(kind))[i]

    return [value(i) for i in range(array.offset, array.offset + array.length)]


def expected(column):
    """A NumPy column as Arrow's values."""
    import numpy

    if column.dtype.kind == "M":
        days = column.astype("int64").tolist()
        return [None if numpy.isnat(v) else d for v, d in zip(column, days)]
    if column.dtype.kind == "f":
        return [None if v != v else v for v in column.tolist()]
    return column.tolist()


class Arrow(unittest.TestCase):
    def table(self):
        return detente.index(US_COLOMBIA, "USA:COL", every="week", vintages=True, draws=20)

    def check(self, schema, array, table):
        self.assertEqual(schema.format, b"+s")
        self.assertEqual([schema.children[i].contents.name.decode() for i in range(schema.n_children)], table.columns)
        self.assertEqual(array.length, len(table))
        self.assertEqual(array.n_children, len(table.columns))
        for i, name in enumerate(table.columns):
            child, kind = array.children[i].contents, schema.children[i].contents
            values = values_of(kind.format, child)
            self.assertEqual(values, expected(table[name]), name)
            self.assertEqual(child.null_count, values.count(None), name)

    def test_stream(self):
        table = self.table()
        capsule = table.__arrow_c_stream__()
        stream = pointer_of(capsule, b"arrow_array_stream", ArrowArrayStream)
        schema, array, end = ArrowSchema(), ArrowArray(), ArrowArray()
        self.assertEqual(stream.contents.get_schema(stream, schema), 0)
        self.assertEqual(stream.contents.get_next(stream, array), 0)
        self.check(schema, array, table)
        self.assertEqual(stream.contents.get_next(stream, end), 0)
        self.assertFalse(end.release)  # the end of the stream
        stream.contents.release(stream)
        self.assertFalse(stream.contents.release)
        del capsule  # which must not release it again
        for held in (schema, array):
            held.release(held)
            self.assertFalse(held.release)

    def test_array_and_schema(self):
        table = self.table()
        schema, array = table.__arrow_c_array__()
        self.check(
            pointer_of(schema, b"arrow_schema", ArrowSchema).contents,
            pointer_of(array, b"arrow_array", ArrowArray).contents,
            table,
        )
        alone = pointer_of(table.__arrow_c_schema__(), b"arrow_schema", ArrowSchema)
        self.assertTrue(alone)

    def test_a_child_outlives_its_parent_and_the_table(self):
        table = self.table()
        values = expected(table["index"])
        place = table.columns.index("index")
        schema, array = table.__arrow_c_array__()
        parent = pointer_of(array, b"arrow_array", ArrowArray).contents
        child = ArrowArray()
        ctypes.memmove(ctypes.byref(child), parent.children[place], ctypes.sizeof(ArrowArray))
        parent.children[place].contents.release = type(child.release)()  # moved away
        del schema, array, table
        gc.collect()
        self.assertEqual(values_of(b"g", child), values)
        child.release(child)

    def test_array_outlives_its_table(self):
        column = self.table()["level"]
        gc.collect()
        self.assertEqual(column.tolist(), self.table()["level"].tolist())

    def test_days_are_days(self):
        table = self.table()
        first = table["first_day"][0].astype(datetime.date)
        self.assertEqual(first, datetime.date(2025, 1, 20))

    def test_nothing_is_kept(self):
        """What is handed out and given back leaves no memory behind."""
        import resource

        table = detente.panel(US_COLOMBIA, every="day")
        for _ in range(2000):
            table.__arrow_c_stream__()
            table.__arrow_c_array__()
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for _ in range(20000):
            table.__arrow_c_stream__()
            table.__arrow_c_array__()
        self.assertLess(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, 4000)  # kilobytes


if __name__ == "__main__":
    unittest.main()
