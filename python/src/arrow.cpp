#include "arrow.hpp"

#include <cerrno>
#include <exception>
#include <utility>
#include <vector>

#include "arrow_structs.hpp"

namespace detente::python {
namespace {

namespace py = pybind11;

const char* format_of(ColumnType type) {
  switch (type) {
    case ColumnType::number: return "g";
    case ColumnType::whole: return "l";
    case ColumnType::truth: return "b";
    case ColumnType::day: return "tdD";
    case ColumnType::text: break;
  }
  return "U";  // with 64-bit places: a panel has no limit of 2 GB
}

/// What a structure stands on. A child may be moved away from its parent and outlive it, so each has its own.
template <class Struct>
struct Hold {
  SharedTable table;
  std::vector<Struct> children = {};
  std::vector<Struct*> links = {};
  std::vector<const void*> buffers = {};
};

template <class Struct>
void release(Struct* self) {
  for (std::int64_t i = 0; i < self->n_children; ++i)
    if (self->children[i]->release != nullptr) self->children[i]->release(self->children[i]);
  delete static_cast<Hold<Struct>*>(self->private_data);
  self->release = nullptr;
}

template <class Struct>
void adopt(Struct& self, std::unique_ptr<Hold<Struct>> hold) {
  for (Struct& child : hold->children) hold->links.push_back(&child);
  self.n_children = static_cast<std::int64_t>(hold->children.size());
  self.children = hold->links.data();
  self.dictionary = nullptr;
  self.release = release<Struct>;
  self.private_data = hold.release();
}

// ---- schema ----

ArrowSchema schema_of(const SharedTable& table, const Column& column) {
  ArrowSchema out{};
  out.format = format_of(column.type());
  out.name = column.name().c_str();
  out.flags = nullable;
  adopt(out, std::make_unique<Hold<ArrowSchema>>(Hold<ArrowSchema>{table}));
  return out;
}

ArrowSchema schema_of(const SharedTable& table) {
  ArrowSchema out{};
  out.format = "+s";
  out.name = "";
  auto hold = std::make_unique<Hold<ArrowSchema>>(Hold<ArrowSchema>{table});
  hold->children.reserve(table->size());
  for (const Column& column : *table) hold->children.push_back(schema_of(table, column));
  adopt(out, std::move(hold));
  return out;
}

// ---- array ----

/// A reader may want an address even where there are no rows.
const void* somewhere(const void* data) {
  static const std::int64_t nothing = 0;
  return data != nullptr ? data : &nothing;
}

std::vector<const void*> buffers_of(const Column& column) {
  const void* present = column.missing() > 0 ? column.present().data() : nullptr;
  switch (column.type()) {
    case ColumnType::number: return {present, somewhere(column.numbers().data())};
    case ColumnType::whole: return {present, somewhere(column.wholes().data())};
    case ColumnType::truth: return {present, somewhere(column.truths().data())};
    case ColumnType::day: return {present, somewhere(column.days().data())};
    case ColumnType::text: break;
  }
  return {present, column.begins().data(), column.letters().data()};
}

void take_buffers(ArrowArray& self, Hold<ArrowArray>& hold, std::vector<const void*> buffers) {
  hold.buffers = std::move(buffers);
  self.n_buffers = static_cast<std::int64_t>(hold.buffers.size());
  self.buffers = hold.buffers.data();
}

ArrowArray array_of(const SharedTable& table, const Column& column) {
  ArrowArray out{};
  out.length = static_cast<std::int64_t>(column.size());
  out.null_count = static_cast<std::int64_t>(column.missing());
  auto hold = std::make_unique<Hold<ArrowArray>>(Hold<ArrowArray>{table});
  take_buffers(out, *hold, buffers_of(column));
  adopt(out, std::move(hold));
  return out;
}

ArrowArray array_of(const SharedTable& table) {
  ArrowArray out{};
  out.length = static_cast<std::int64_t>(rows_of(*table));
  auto hold = std::make_unique<Hold<ArrowArray>>(Hold<ArrowArray>{table});
  take_buffers(out, *hold, {nullptr});
  hold->children.reserve(table->size());
  for (const Column& column : *table) hold->children.push_back(array_of(table, column));
  adopt(out, std::move(hold));
  return out;
}

// ---- stream ----

struct StreamHold {
  SharedTable table;
  bool given = false;
};

StreamHold& hold_of(ArrowArrayStream* stream) { return *static_cast<StreamHold*>(stream->private_data); }

/// No exception may pass through C.
template <class Make>
int guarded(Make make) {
  try {
    make();
    return 0;
  } catch (const std::exception&) {
    return ENOMEM;  // nothing else can go wrong
  }
}

ArrowArrayStream stream_of(const SharedTable& table) {
  ArrowArrayStream out{};
  out.get_schema = [](ArrowArrayStream* self, ArrowSchema* to) {
    return guarded([&] { *to = schema_of(hold_of(self).table); });
  };
  out.get_next = [](ArrowArrayStream* self, ArrowArray* to) {
    return guarded(
        [&] { *to = std::exchange(hold_of(self).given, true) ? ArrowArray{} : array_of(hold_of(self).table); });
  };
  out.get_last_error = [](ArrowArrayStream*) -> const char* { return nullptr; };
  out.release = [](ArrowArrayStream* self) {
    delete &hold_of(self);
    self->release = nullptr;
  };
  out.private_data = new StreamHold{table};
  return out;
}

// ---- capsules ----

template <class Struct>
constexpr const char* capsule_name = "arrow_schema";
template <>
constexpr const char* capsule_name<ArrowArray> = "arrow_array";
template <>
constexpr const char* capsule_name<ArrowArrayStream> = "arrow_array_stream";

/// Gives back what nobody took.
template <class Struct>
void drop(PyObject* capsule) {
  auto* held = static_cast<Struct*>(PyCapsule_GetPointer(capsule, capsule_name<Struct>));
  if (held->release != nullptr) held->release(held);
  delete held;
}

template <class Struct>
py::object capsule_of(const Struct& made) {
  PyObject* capsule = PyCapsule_New(new Struct(made), capsule_name<Struct>, drop<Struct>);
  if (capsule == nullptr) throw py::error_already_set();
  return py::reinterpret_steal<py::object>(capsule);
}

}  // namespace

py::object schema_capsule(const SharedTable& table) { return capsule_of(schema_of(table)); }

py::tuple array_capsules(const SharedTable& table) {
  return py::make_tuple(schema_capsule(table), capsule_of(array_of(table)));
}

py::object stream_capsule(const SharedTable& table) { return capsule_of(stream_of(table)); }

}  // namespace detente::python
