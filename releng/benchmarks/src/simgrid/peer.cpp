// SPDX-License-Identifier: EPL-2.0
// The models of org.quorate.benchmarks as SimGrid's users write them: an actor for the arrivals, an actor for each server.
// peer single-server|closed-network EVENTS SEED prints CPU nanoseconds an event, and the figure to check: mean sojourn in
// mean services, or rounds a mean service of the slowest station.
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <random>
#include <simgrid/s4u.hpp>
#include <string>
#include <vector>

namespace sg4 = simgrid::s4u;

namespace {

class Exponential {
    std::mt19937_64 random;
    std::exponential_distribution<double> distribution;

public:
    Exponential(double mean, unsigned seed) : random(seed), distribution(1 / mean) {}
    double operator()() { return distribution(random); }
};

// A queue whose length is the value of the semaphore, so that a server sleeps while it is empty.
template <typename T> class Line {
    std::deque<T> waiting;
    sg4::SemaphorePtr length = sg4::Semaphore::create(0);

public:
    void put(T item) {
        waiting.push_back(item);
        length->release();
    }
    T take() {
        length->acquire();
        T item = waiting.front();
        waiting.pop_front();
        return item;
    }
};

double cpu_seconds() {
    timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double single_server(sg4::Engine& engine, sg4::Host* host, long events, unsigned seed) {
    const double mean_service = 0.8e-3;
    const long customers = events / 2;
    Line<double> line;
    double sojourns = 0;
    sg4::Actor::create("arrivals", host, [&] {
        Exponential gap(1e-3, 2 * seed);
        for (long i = 0; i < customers; i++) {
            sg4::this_actor::sleep_for(gap());
            line.put(sg4::Engine::get_clock());
        }
    });
    sg4::Actor::create("server", host, [&] {
        Exponential service(mean_service, 2 * seed + 1);
        for (long i = 0; i < customers; i++) {
            const double arrival = line.take();
            sg4::this_actor::sleep_for(service());
            sojourns += sg4::Engine::get_clock() - arrival;
        }
    });
    engine.run();
    return sojourns / static_cast<double>(customers) / mean_service;
}

double closed_network(sg4::Engine& engine, sg4::Host* host, long events, unsigned seed) {
    const std::vector<double> means = {1e-3, 0.9e-3, 0.8e-3};
    const int customers = 64;
    std::vector<Line<int>> lines(means.size());
    long served = 0;
    long rounds = 0;
    double end = 0;
    for (size_t station = 0; station < means.size(); station++) {
        sg4::Actor::create("station " + std::to_string(station), host, [&, station] {
            Exponential service(means[station], 3 * seed + static_cast<unsigned>(station));
            while (served < events) {
                const int customer = lines[station].take();
                sg4::this_actor::sleep_for(service());
                served++;
                const size_t next = (station + 1) % means.size();
                if (next == 0) {
                    rounds++;
                    end = sg4::Engine::get_clock();
                }
                lines[next].put(customer);
            }
        })->daemonize();
    }
    // Simulation ends with the last actor that is no daemon.
    sg4::Actor::create("end", host, [&] {
        for (int customer = 0; customer < customers; customer++) {
            lines[0].put(customer);
        }
        while (served < events) {
            sg4::this_actor::sleep_for(1);
        }
    });
    engine.run();
    return static_cast<double>(rounds) / end * means[0];
}

} // namespace

int main(int argc, char** argv) {
    sg4::Engine engine(&argc, argv);
    if (argc != 4) {
        std::fprintf(stderr, "usage: peer single-server|closed-network EVENTS SEED\n");
        return 2;
    }
    sg4::NetZone* zone = sg4::create_full_zone("zone");
    sg4::Host* host = zone->create_host("host", 1e9);
    zone->seal();
    const long events = std::atol(argv[2]);
    const unsigned seed = static_cast<unsigned>(std::atol(argv[3]));
    const double before = cpu_seconds();
    const bool server = std::strcmp(argv[1], "single-server") == 0;
    const double figure = server ? single_server(engine, host, events, seed) : closed_network(engine, host, events, seed);
    std::printf("%.3f %.6f\n", (cpu_seconds() - before) / static_cast<double>(events) * 1e9, figure);
    return 0;
}
